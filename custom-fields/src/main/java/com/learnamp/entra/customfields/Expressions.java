package com.learnamp.entra.customfields;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.extensions.CelExtensions;
import dev.cel.extensions.CelStringExtensions;
import dev.cel.extensions.CelStringExtensions.Function;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;

/**
 * CEL over the attributes of a user, each a text, empty where Entra has nothing. What it may cost
 * is bounded by what it may say: no loops, so that the work grows with the length of the expression
 * alone, and nothing that makes a text longer without end.
 */
public final class Expressions {

    /** In characters. */
    public static final int MAX_LENGTH = 1000;

    private static final int MAX_DEPTH = 50;

    private static final int MAX_REGEX_SIZE = 1000;

    /** Far more than a field holds. */
    private static final long MAX_TEXT = 10_000;

    private static final String REPLACE = "replace";

    private static final String REPLACE_OVERLOAD = "string_replace_bounded";

    private static final CelOptions OPTIONS =
            CelOptions.current()
                    .maxExpressionCodePointSize(MAX_LENGTH)
                    .maxParseRecursionDepth(MAX_DEPTH)
                    .maxRegexProgramSize(MAX_REGEX_SIZE)
                    .enableComprehension(false)
                    .build();

    private static final CelStringExtensions STRINGS =
            CelExtensions.strings(
                    Function.CHAR_AT,
                    Function.INDEX_OF,
                    Function.LAST_INDEX_OF,
                    Function.LOWER_ASCII,
                    Function.SPLIT,
                    Function.SUBSTRING,
                    Function.TRIM,
                    Function.UPPER_ASCII);

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder()
                    .setOptions(OPTIONS)
                    .addLibraries(STRINGS)
                    .addFunctionBindings(
                            CelFunctionBinding.from(
                                    REPLACE_OVERLOAD,
                                    List.of(String.class, String.class, String.class),
                                    Expressions::replace))
                    .build();

    private Expressions() {}

    /** What became of an expression's text. */
    public sealed interface Compiled {

        /** It can be evaluated. */
        record Usable(CompiledExpression expression) implements Compiled {}

        /**
         * @param problems at least one
         */
        record Refused(List<ExpressionProblem> problems) implements Compiled {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    public static Compiled compile(String text) {
        if (text.codePointCount(0, text.length()) > MAX_LENGTH) {
            return refused("An expression has at most " + MAX_LENGTH + " characters.");
        }
        CelValidationResult result = compiler(text).compile(text);
        if (result.hasError()) {
            return new Compiled.Refused(
                    result.getErrors().stream().map(ExpressionProblem::of).toList());
        }
        try {
            CelAbstractSyntaxTree tree = result.getAst();
            return new Compiled.Usable(new CompiledExpression(tree, RUNTIME.createProgram(tree)));
        } catch (CelValidationException | CelEvaluationException failure) {
            return refused("It can't be prepared: " + failure.getMessage());
        }
    }

    private static Compiled refused(String message) {
        return new Compiled.Refused(List.of(new ExpressionProblem(1, 1, message)));
    }

    private static CelCompiler compiler(String text) {
        CelCompilerBuilder builder =
                CelCompilerFactory.standardCelCompilerBuilder()
                        .setOptions(OPTIONS)
                        .addLibraries(STRINGS)
                        .addFunctionDeclarations(
                                CelFunctionDecl.newFunctionDeclaration(
                                        REPLACE,
                                        CelOverloadDecl.newMemberOverload(
                                                REPLACE_OVERLOAD,
                                                SimpleType.STRING,
                                                SimpleType.STRING,
                                                SimpleType.STRING,
                                                SimpleType.STRING)));
        MappableAttributes.all().forEach(name -> builder.addVar(name, SimpleType.STRING));
        MappableAttributes.extensionsIn(text)
                .forEach(name -> builder.addVar(name, SimpleType.STRING));
        return builder.build();
    }

    /** CEL's own has no bound, and a few of them in a row would fill the memory. */
    private static Object replace(Object[] arguments) throws CelEvaluationException {
        String text = (String) arguments[0];
        String sought = (String) arguments[1];
        String instead = (String) arguments[2];
        if (sought.isEmpty()) {
            throw new CelEvaluationException("replace needs a text to look for");
        }
        if ((long) text.length() / sought.length() * instead.length() > MAX_TEXT) {
            throw new CelEvaluationException("the text would become too long");
        }
        return text.replace(sought, instead);
    }
}
