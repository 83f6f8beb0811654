package com.learnamp.entra.customfields;

import dev.cel.common.CelIssue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is wrong with an expression.
 *
 * @param line from 1
 * @param column from 1
 * @param message for an admin
 */
public record ExpressionProblem(int line, int column, String message) {

    private static final Pattern UNKNOWN_NAME =
            Pattern.compile("undeclared reference to '([^']*)'.*", Pattern.DOTALL);

    private static final Pattern UNEXPECTED =
            Pattern.compile("(?:mismatched|extraneous) input (.*) expecting .*", Pattern.DOTALL);

    private static final Pattern MISSING =
            Pattern.compile("missing ('.*') at (.*)", Pattern.DOTALL);

    private static final String THE_END = "'<EOF>'";

    static ExpressionProblem of(CelIssue issue) {
        return new ExpressionProblem(
                Math.max(1, issue.getSourceLocation().getLine()),
                issue.getSourceLocation().getColumn() + 1,
                words(issue.getMessage()));
    }

    /** All of it, in one sentence. */
    public String text() {
        return "Line " + line + ", column " + column + ": " + message;
    }

    private static String words(String message) {
        Matcher unknown = UNKNOWN_NAME.matcher(message);
        if (unknown.matches()) {
            return unknown(unknown.group(1));
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches()) {
            return unexpected.group(1).equals(THE_END)
                    ? "Something is missing at the end."
                    : "Unexpected " + unexpected.group(1) + ".";
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return missing.group(1)
                    + " is missing "
                    + (missing.group(2).equals(THE_END)
                            ? "at the end."
                            : "before " + missing.group(2) + ".");
        }
        return message;
    }

    private static String unknown(String name) {
        return "There is no attribute and no function "
                + name
                + MappableAttributes.near(name)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(".");
    }
}
