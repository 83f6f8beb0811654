package com.learnamp.entra.console.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is wrong, by field; the first problem of each counts. */
public final class FieldProblems {

    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

    public static FieldProblems of(String field, FieldProblem problem) {
        FieldProblems problems = new FieldProblems();
        problems.add(field, problem);
        return problems;
    }

    public void add(String field, FieldProblem problem) {
        problems.putIfAbsent(field, problem);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public Optional<FieldProblem> of(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** Those with something wrong, in the order in which it was found. */
    public List<String> fields() {
        return List.copyOf(problems.keySet());
    }

    public Map<String, FieldProblem> byField() {
        return Map.copyOf(problems);
    }

    /** For programs: each field's name with a sentence's rest. */
    public Map<String, List<String>> texts() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        problems.forEach((field, problem) -> texts.put(field, List.of(problem.text())));
        return texts;
    }

    public String sentence() {
        return problems.entrySet().stream()
                .map(problem -> problem.getKey() + " " + problem.getValue().text())
                .collect(Collectors.joining(", "));
    }

    /**
     * @throws InvalidInput if anything is wrong
     */
    public void refuseAny() {
        if (!isEmpty()) {
            throw new InvalidInput(this);
        }
    }
}
