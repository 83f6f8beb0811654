package com.learnamp.entra.graph;

import com.learnamp.entra.graph.DirectoryMember.UserMember;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Attributes that a tenant does not know: a directory extension that was never registered, or is
 * registered no more. Graph refuses a whole request for one of them, so they are left out, and
 * tried again after an hour. People are marked as read without them: nothing there is not the same
 * as nothing read.
 */
final class UnknownAttributes {

    private static final Duration UNTIL_TRIED_AGAIN = Duration.ofHours(1);

    private final Clock clock;

    /** Until when each is left out; those of before stay known as such. */
    private final Map<String, Instant> leftOut = new ConcurrentHashMap<>();

    UnknownAttributes(Clock clock) {
        this.clock = clock;
    }

    /** Repeats a request that Graph refuses for an attribute, without it. */
    <T> T leavingOut(UserSelection wanted, Function<UserSelection, T> request) {
        while (true) {
            UserSelection known = without(wanted);
            try {
                return request.apply(known);
            } catch (GraphException failure) {
                if (!note(failure, known)) {
                    throw failure;
                }
            }
        }
    }

    List<LookUp> lookUp(UserSelection wanted, Function<UserSelection, List<LookUp>> request) {
        return leavingOut(
                        wanted,
                        known -> {
                            List<LookUp> answers = request.apply(known);
                            for (LookUp answer : answers) {
                                if (answer instanceof LookUp.Failed failed
                                        && failed.reason().unknownAttribute().isPresent()) {
                                    throw failed.reason();
                                }
                            }
                            return answers;
                        })
                .stream()
                .map(answer ->
                        answer instanceof LookUp.Found found
                                ? new LookUp.Found(marked(found.profile()), found.memberOf())
                                : answer)
                .toList();
    }

    MemberPage markedMembers(MemberPage page) {
        return leftOut.isEmpty()
                ? page
                : new MemberPage(
                        page.members().stream()
                                .map(member ->
                                        member instanceof UserMember(DirectoryUser user)
                                                ? new UserMember(marked(user))
                                                : member)
                                .toList(),
                        page.nextLink());
    }

    UserPage markedUsers(UserPage page) {
        return leftOut.isEmpty()
                ? page
                : new UserPage(page.users().stream().map(this::marked).toList(), page.nextLink());
    }

    private DirectoryUser marked(DirectoryUser user) {
        return leftOut.isEmpty() ? user : user.withUnread(leftOut.keySet());
    }

    /** What is left out now. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        Instant now = clock.instant();
        leftOut.forEach((name, until) -> {
            if (until.isAfter(now)) {
                names.add(name);
            }
        });
        return names;
    }

    void tryAgain(Collection<String> names) {
        names.forEach(name -> leftOut.computeIfPresent(name, (known, until) -> Instant.MIN));
    }

    private UserSelection without(UserSelection wanted) {
        if (leftOut.isEmpty()) {
            return wanted;
        }
        Set<String> known = new TreeSet<>(wanted.additional());
        known.removeAll(names());
        return UserSelection.with(known);
    }

    /**
     * @return whether it was asked for, so that asking without it may succeed
     */
    private boolean note(GraphException failure, UserSelection asked) {
        Optional<String> name = failure.unknownAttribute().filter(asked.additional()::contains);
        name.ifPresent(unknown -> leftOut.put(unknown, clock.instant().plus(UNTIL_TRIED_AGAIN)));
        return name.isPresent();
    }
}
