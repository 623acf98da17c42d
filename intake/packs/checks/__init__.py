"""The rules of the checker, by subject. Each is a function from models to faults; `intake.packs.check` gathers them."""
