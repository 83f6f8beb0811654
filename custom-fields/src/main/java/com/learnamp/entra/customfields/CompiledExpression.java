package com.learnamp.entra.customfields;

import com.learnamp.entra.contracts.CustomFieldMapping.Type;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime.Program;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An expression that can be evaluated: its attributes exist, and its types fit together. */
public final class CompiledExpression {

    private static final Pattern POSITIONED =
            Pattern.compile("evaluation error at <input>:[0-9]+: (.*)", Pattern.DOTALL);

    private static final int MAX_REASON = 200;

    private final CelType result;
    private final Program program;
    private final List<String> attributes;

    CompiledExpression(CelAbstractSyntaxTree tree, Program program) {
        this.result = tree.getResultType();
        this.program = program;
        this.attributes =
                CelNavigableAst.fromAst(tree)
                        .getRoot()
                        .allNodes()
                        .filter(node -> node.getKind() == ExprKind.Kind.IDENT)
                        .map(node -> node.expr().ident().name())
                        .filter(MappableAttributes::contains)
                        .distinct()
                        .sorted()
                        .toList();
    }

    /** Which attributes it is over. */
    public List<String> attributes() {
        return attributes;
    }

    /** Whether what it gives can be a value of this type, as far as can be told beforehand. */
    public boolean fits(Type type) {
        return switch (result.kind()) {
            case STRING -> true;
            case INT, UINT, DOUBLE -> Set.of(Type.NUMBER, Type.TEXT, Type.CHOICE).contains(type);
            case BOOL -> Set.of(Type.BOOLEAN, Type.TEXT, Type.CHOICE).contains(type);
            case TIMESTAMP -> Set.of(Type.DATE, Type.TEXT).contains(type);
            default -> false;
        };
    }

    /** What it gives: text, number … in CEL's words. */
    public String resultType() {
        return result.name();
    }

    /**
     * @param values by attribute; one that is absent is an empty text
     * @return null for nothing
     * @throws ExpressionFailed if it can't be evaluated for these values
     */
    public @Nullable String evaluate(Map<String, String> values) throws ExpressionFailed {
        Map<String, String> variables = new HashMap<>();
        attributes.forEach(name -> variables.put(name, values.getOrDefault(name, "")));
        try {
            return text(program.eval(variables));
        } catch (CelEvaluationException failure) {
            throw new ExpressionFailed(reason(failure));
        }
    }

    /** As short as anybody reads; CEL quotes what was put in, however long. */
    private static String reason(CelEvaluationException failure) {
        String message = Objects.requireNonNullElse(failure.getMessage(), "It can't be evaluated.");
        Matcher positioned = POSITIONED.matcher(message);
        String reason = positioned.matches() ? positioned.group(1) : message;
        return reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON) + "…" : reason;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Double number ->
                    Double.isFinite(number)
                            ? new BigDecimal(number.toString()).toPlainString()
                            : number.toString();
            default -> value.toString();
        };
    }

    /** Not for these values: a text that is no date, a part that is not there. */
    public static final class ExpressionFailed extends Exception {

        private static final long serialVersionUID = 1L;

        ExpressionFailed(String message) {
            super(message);
        }
    }
}
