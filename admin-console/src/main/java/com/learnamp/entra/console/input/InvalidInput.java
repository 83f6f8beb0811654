package com.learnamp.entra.console.input;

/** What was entered can't be taken. */
public final class InvalidInput extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient FieldProblems problems;

    public InvalidInput(FieldProblems problems) {
        super("invalid input");
        this.problems = problems;
    }

    public FieldProblems problems() {
        return problems;
    }
}
