package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.input.FieldProblem;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.replay.Replay.ReplayStart;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraObjectId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A replay as it is asked for, with the reason why. */
record ReplayWish(Replay replay, String reason) {

    /** Reads the body of a request; each mistake is told by its field. */
    static final class Reader {

        private static final String COMPANY = "company";
        private static final String PERSON = "person";
        private static final String INTO = "into";
        private static final String TIME = "fromTime";
        private static final String TOPIC = "fromTopic";
        private static final String OFFSET = "fromOffset";
        private static final String REASON = "reason";

        private final FieldProblems problems = new FieldProblems();
        private final JsonFields fields;
        private final Instant now;

        Reader(@Nullable String body, Instant now) {
            this.fields = new JsonFields(body, problems);
            this.now = now;
        }

        ReplayWish read() {
            Optional<CompanyId> company = company();
            Optional<EntraObjectId> person = fields.text(PERSON).flatMap(this::person);
            ReplayTarget target = target();
            ReplayStart start = start(target, company.isPresent());
            Optional<String> reason = fields.text(REASON).map(String::strip);
            boolean trial = fields.flag("trial").orElse(false);
            fields.refuseTheRest();
            if (person.isPresent() && company.isEmpty()) {
                problems.add(PERSON, FieldProblem.ONLY_WITH_A_COMPANY);
            }
            if (reason.filter(text -> !text.isEmpty()).isEmpty()) {
                problems.add(REASON, FieldProblem.MISSING);
            }
            problems.refuseAny();
            return new ReplayWish(
                    new Replay(
                            UUID.randomUUID(),
                            company.orElse(null),
                            person.orElse(null),
                            target,
                            start,
                            trial),
                    reason.orElseThrow());
        }

        private Optional<CompanyId> company() {
            Optional<Long> company = fields.number(COMPANY, FieldProblem.NOT_A_COMPANY);
            boolean all = fields.flag("allCompanies").orElse(false);
            if (company.isPresent() == all) {
                problems.add(COMPANY, FieldProblem.NOT_ONE_OR_ALL);
            }
            if (company.filter(id -> id <= 0).isPresent()) {
                problems.add(COMPANY, FieldProblem.NOT_A_COMPANY);
                return Optional.empty();
            }
            return company.map(CompanyId::new);
        }

        private Optional<EntraObjectId> person(String text) {
            try {
                return Optional.of(EntraObjectId.parse(text));
            } catch (IllegalArgumentException e) {
                problems.add(PERSON, FieldProblem.NOT_A_GUID);
                return Optional.empty();
            }
        }

        private ReplayTarget target() {
            Optional<String> into = fields.text(INTO);
            Optional<ReplayTarget> target =
                    Stream.of(ReplayTarget.values())
                            .filter(one -> into.filter(StoredWords.of(one)::equals).isPresent())
                            .findFirst();
            if (target.isEmpty()) {
                problems.add(
                        INTO,
                        into.isEmpty() ? FieldProblem.MISSING : FieldProblem.NOT_ONE_OF_THE_VALUES);
            }
            return target.orElse(ReplayTarget.MAPPER);
        }

        private ReplayStart start(ReplayTarget target, boolean ofOneCompany) {
            Optional<String> time = fields.text(TIME);
            Optional<String> topic = fields.text(TOPIC);
            Optional<Long> offset = fields.number(OFFSET, FieldProblem.NOT_A_PLACE);
            if (time.isPresent()) {
                return at(time.get(), topic.isPresent() || offset.isPresent());
            }
            if (topic.isEmpty() && offset.isEmpty()) {
                return new ReplayStart.Beginning();
            }
            boolean sound =
                    ofOneCompany
                            && offset.filter(one -> one >= 0).isPresent()
                            && target.sources().stream()
                                    .anyMatch(one ->
                                            topic.filter(one.topicName()::equals).isPresent());
            if (!sound) {
                problems.add(OFFSET, FieldProblem.NOT_A_PLACE);
                return new ReplayStart.Beginning();
            }
            return new ReplayStart.Offset(topic.orElseThrow(), offset.orElseThrow());
        }

        private ReplayStart at(String time, boolean alsoAPlace) {
            try {
                Instant instant = Instant.parse(time);
                if (!alsoAPlace && !instant.isAfter(now)) {
                    return new ReplayStart.At(instant);
                }
            } catch (DateTimeParseException e) {
                // said below, like any other mistake
            }
            problems.add(TIME, FieldProblem.NOT_A_PAST_TIME);
            return new ReplayStart.Beginning();
        }
    }
}
