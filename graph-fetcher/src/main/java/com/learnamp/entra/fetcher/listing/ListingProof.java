package com.learnamp.entra.fetcher.listing;

import com.learnamp.entra.fetcher.connection.Trouble;
import com.learnamp.entra.graph.DirectoryGroup;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether what was listed to its last page is the whole group. A group that is suddenly gone, empty
 * or far smaller than before is taken for a mistake, of Graph or of a person: nobody leaves by it.
 */
final class ListingProof {

    /** Groups that were smaller than this may shrink as they like. */
    private static final long SMALL = 20;

    private ListingProof() {}

    /**
     * @param group as it is after the last page
     * @param people found in it
     * @param before how many it had when it was last listed to its end
     * @param confirmed whether an admin has asked again after being told that it shrank
     * @return what speaks against it
     */
    static Optional<Trouble> doubt(
            Optional<DirectoryGroup> group, long people, Optional<Long> before, boolean confirmed) {
        Optional<Trouble> trouble = Trouble.of(group);
        if (trouble.isPresent()) {
            return trouble;
        }
        @Nullable String name = group.map(DirectoryGroup::displayName).orElse(null);
        if (people == 0) {
            return Optional.of(Trouble.groupEmpty(name));
        }
        return before.filter(then -> then > SMALL && people * 2 < then && !confirmed)
                .map(then -> Trouble.groupShrunk(name, people, then));
    }
}
