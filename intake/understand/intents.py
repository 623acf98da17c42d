"""The everyday words for each command: data that `commands` reads, and that another language would replace.

Phrases are in the form `words.plain` gives ("dont"), without punctuation, parted by "|". A name may carry a topic.
"""

#: Command (and topic) → whole utterances that mean it.
PHRASES: dict[str, str] = {
    "back": """
        back|go back|go back one|previous|previous question|the previous question|last question|one back|back up|
        step back|return|go to the previous question|go back a question|back one|take me back|prior question
    """,
    "undo": """
        undo|undo that|undo it|undo this|undo the last change|undo the last one|undo last|take that back|
        scratch that|cancel that|forget that|revert|revert that|take it back|ctrl z|that was a mistake|
        i made a mistake
    """,
    "redo": """
        redo|redo that|redo it|undo the undo|put it back|put that back|bring it back|restore it|restore that|
        do it again|redo last|redo the last change|ctrl y
    """,
    "skip": """
        skip|skip it|skip this|skip that|skip this one|skip this question|pass|pass on this|pass on this one|
        later|come back to this|come back to this later|come back to it|ill come back to this|
        ill come back to this later|ill come back to it later|let me come back to this|
        let me come back to this later|do this later|let me do this later|let me do this one later|
        ill do this later|ill do it later|maybe later|another time|leave it blank|leave this blank|
        id rather not say|prefer not to say|ask me later|move on
    """,
    "why": """
        why|why do you ask|why are you asking|why do you need that|why do you need this|why do you need to know|
        why do you need to know that|why do you need to know this|why is that needed|why is this needed|
        why does that matter|why does this matter|why is that important|why is this important|whats this for|
        what is this for|what for|how come|why this question|why do you want to know|why should i answer that|
        whats that for|is this required|why do i have to answer this|why do i need this
    """,
    "help": """
        help|help me|i need help|i need some help|im lost|im confused|im stuck|i dont understand|
        i do not understand|i dont get it|i dont understand the question|i dont understand this|huh|what|
        what do you mean|what can i say|what can i do|what can i type|what are my options|what are the options|
        what should i do|what should i put|what do i put|what do i type|how does this work|how do i answer|
        how do i answer this|commands|instructions|not following|what do you want|what does that mean|
        what does this mean|what is this|whats this
    """,
    "help example": """
        example|for example|an example|give me an example|show me an example|like what|such as|
        what would that look like|what does that look like|what would an example be|whats an example|
        do you have an example|examples
    """,
    "help human": """
        human|a human|a person|a real person|talk to a human|talk to a person|talk to someone|speak to someone|
        speak to a human|speak to a person|talk to a real person|is there someone i can call|who can i call|
        contact|who do i contact|contact someone
    """,
    "help restart": """
        restart|start over|start again|start from scratch|start from the beginning|begin again|start afresh|
        from the top|start all over|clear everything|erase everything|reset
    """,
    "repeat": """
        repeat|repeat that|repeat the question|say that again|say it again|again|once more|pardon|pardon me|
        come again|what was the question|whats the question|what did you ask|what was that|i missed that|
        ask me again|what is the question|read that again
    """,
    "review": """
        review|review my answers|show my answers|show me my answers|see my answers|my answers|what have i said|
        what have i said so far|what have i told you|what have i told you so far|what do you have so far|
        what do you have|show me what you have|show me what i have|show me everything|show everything|summary|
        summarize|recap|overview|what did i say|what did i put|check my answers|look over my answers|
        what have i entered|look it over
    """,
    "pause": """
        pause|stop|stop here|stop for now|lets stop here|lets stop|quit|exit|leave|q|bye|goodbye|good bye|save|
        save it|save and quit|save and exit|save and close|save my progress|save my work|save for later|save this|
        log out|logout|log off|sign out|close|im leaving|i have to go|i need to go|i gotta go|gotta go|
        i have to leave|take a break|i need a break|finish later|ill finish later|continue later|
        ill continue later|ill be back|im done for today|done for today|thats enough for today|
        thats enough for now|enough for today|enough for now|come back tomorrow
    """,
    "next": """
        next|next one|next question|the next one|the next question|go on|continue|proceed|carry on|keep going|
        go ahead|onward|forward|go forward|whats next|what is next|lets continue|lets go on|resume
    """,
    "keep": """
        keep|keep it|keep that|keep this|keep it as it is|keep it as is|keep as is|leave it|leave it as it is|
        leave it as is|leave it alone|leave that|leave as is|dont change it|dont change anything|no change|
        no changes|unchanged|same as before|stays the same|it stays|keep my answer
    """,
    "finish": """
        done|im done|all done|thats all|thats it|thats everything|that is all|that is it|finished|im finished|
        i am done|thats all i have|thats all of them|thats the lot|end of list|the list is complete|finish|
        thats all for this|done with this|done with this section
    """,
    "board": """
        board|the board|show the board|where do i stand|where am i|how am i doing|what am i missing|whats missing|
        what is missing|whats left|what is left|what do i still need|what do i need|what do i still have to do|
        whats still open|what is still open|progress|my progress|show my progress|status|how far am i|
        how far along am i|what levels fit me|which level fits me|what level do i qualify for|what else do i need|
        what do i still owe you
    """,
    "list": """
        list|show the list|show the list so far|list them|list everything|list all|show them|show all of them|
        show me the list|read me the list|what is on the list|whats on the list
    """,
    "add": """
        add|add one|add another|add another one|add one more|another|another one|one more|a new one|add a new one
    """,
    "remove": """
        remove|remove it|remove that|remove this|remove this one|delete|delete it|delete that|delete this|
        delete this one|take it off|take that off|take this off|drop it|drop that|get rid of it|get rid of that|
        remove that one|delete that one
    """,
    "export": """
        export|export it|make the bundle|write the bundle|create the bundle|make the file|make the zip|
        export my application|export everything|export the bundle|get the file|write it out|print it|
        print my application|download|download it
    """,
    "about privacy": """
        who sees this|who can see this|who will see this|who sees my answers|who can see my answers|
        who reads this|who can read this|is this private|is this confidential|is it private|privacy|
        where does this go|where is this saved|where is my data|where is this stored|what happens to my data|
        is my data safe|is this safe|is this secure|do you share this|who gets this|
        what do you do with my answers|does this go online|is this saved
    """,
    "about length": """
        how long|how long is this|how long will this take|how long does this take|how long does it take|
        how long is it|how many questions|how many questions are there|how many more questions|how many more|
        how much longer|how much is left|how much more|are we almost done|are we done yet|is it almost over|
        how many are left|how many left
    """,
    "about eligible": """
        am i eligible|do i qualify|do i meet the requirements|am i qualified|did it approve me|am i approved|
        did i pass|will i pass|will i get it|will i be approved|will i get endorsed|am i endorsed|did i get it|
        did i qualify|does this approve me|are you approving me|can i apply|is this an approval|
        do i meet the requirement|will they accept me|have i been approved
    """,
    "about easy": """
        easy|is this easy|what is easy|whats easy|is this the application|is this the real application|
        does this submit my application|does this apply for me|am i applying now|do i still have to apply|
        do i still need to use easy|does this replace easy|is this official|are you the association|is this vaimh|
        does this send it|will this be submitted|have i applied now|do i still have to use easy
    """,
    "about cost": """
        cost|how much|how much is it|how much does it cost|how much does this cost|what does it cost|
        what does this cost|what are the fees|what is the fee|whats the fee|is there a fee|what do i pay|
        how much do i pay|is it free|is this free|how much is membership|what is the cost|whats the cost|
        do i have to pay|fees|how much does membership cost
    """,
}

#: The only utterances, besides slash commands, that are commands where a name or a title is asked for.
UNMISTAKABLE = """
    undo|undo that|redo|back|go back|skip|skip this|skip this question|skip it|why|why do you ask|help|
    help me|i need help|what|huh|i dont understand|review|review my answers|pause|save and quit|quit|exit|
    repeat|repeat that|repeat the question|im confused|what do you mean|come back to this later|
    ill come back to this later
"""

#: Command (and topic) → what it may be called after a slash, besides its own name.
SHORT: dict[str, str] = {
    "back": "b",
    "undo": "u|z",
    "redo": "r",
    "skip": "s|later",
    "help": "?|h|commands",
    "next": "n",
    "pause": "quit|q|exit|save|stop",
    "finish": "done",
    "repeat": "again",
    "change": "edit|fix",
    "goto": "go",
    "remove": "delete|del",
    "define": "what|whatis",
    "ask": "question",
    "board": "status",
    "review": "summary",
    "help example": "example",
    "help human": "human",
    "help restart": "restart",
    "about privacy": "privacy",
    "about length": "length",
    "about eligible": "eligible",
    "about easy": "easy",
    "about cost": "cost",
}

#: Every command there is.
NAMES = """
    back|undo|redo|skip|why|help|define|change|goto|review|pause|repeat|next|add|remove|move|attach|detach|
    ask|board|list|export|finish|keep|about|correct
"""

#: Politeness and hesitation before and after a command.
BEFORE = """
    um|uh|oh|ok|okay|so|well|please|hey|hi|sorry|wait|actually|can you|could you|can we|could we|can i|
    could i|may i|lets|let us|let me|i want to|i would like to|id like to|i need to|i have to|id rather|
    would you|will you|just|now|can you please|could you please
"""
AFTER = "please|now|for now|thanks|thank you|again please|then|if i can|instead|today|right now|ok|okay|first"
