package com.learnamp.entra.console.replay;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.store.CompanyScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One replay as its page shows it, from the store alone. */
@ApplicationScoped
class ReadReplay {

    private static final int A_PAGE = 50;
    private static final UUID START = new UUID(0, 0);

    private final CompanyScope scope;

    ReadReplay(CompanyScope scope) {
        this.scope = scope;
    }

    /**
     * @param form the same once more
     * @param people whom a trial would change, a page of them; empty until it has ended
     * @param after where the next page begins; null on the last
     * @param late whether somebody wanted of it what could not be any more
     */
    record View(
            ReplayView replay,
            ReplayForm form,
            List<TriedLine> people,
            @Nullable String after,
            boolean first,
            boolean late) {}

    /**
     * @throws NotFoundException if there is none
     */
    View read(UUID id, Frame frame, Optional<UUID> after, boolean late) {
        record Read(ReplayRow row, ReplayView view) {}
        Read read =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction -> {
                            ReplayRow row =
                                    ReplayRow.find(transaction, id)
                                            .orElseThrow(NotFoundException::new);
                            ReplayAnswer answer = ReplayAnswer.of(transaction, row);
                            Map<Long, String> names =
                                    CompanyNames.of(
                                            transaction,
                                            Optional.ofNullable(answer.company()).stream()
                                                    .toList());
                            return new Read(row, ReplayView.of(answer, names, frame.times()));
                        });
        List<TriedLine> found =
                read.view().trial() && !read.view().running()
                        ? TriedLine.page(scope, id, after.orElse(START), A_PAGE + 1)
                        : List.of();
        List<TriedLine> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return new View(
                read.view(),
                ReplayForm.of(read.row()),
                List.copyOf(shown),
                found.size() > A_PAGE ? shown.getLast().objectId() : null,
                after.isEmpty(),
                late);
    }
}
