package com.learnamp.entra.console.api;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who of a batch gets his earlier address back: whoever's is free, or is given back by its holder.
 * So swaps and cycles are undone whole, and a chain that ends at somebody who stays is not.
 */
final class AddressesBack {

    private AddressesBack() {}

    /**
     * @param changes of addresses, that nothing else stands against
     * @param holders by their present addresses
     * @param moved who have given theirs back before
     * @return the ids of the people
     */
    static Set<Long> of(List<RunChange> changes, Map<String, Long> holders, Set<Long> moved) {
        Map<Long, RunChange> back = new LinkedHashMap<>();
        Set<String> wanted = new HashSet<>();
        for (RunChange change : changes) {
            @Nullable String before = change.before();
            if (before != null && wanted.add(before)) {
                back.put(change.user(), change);
            }
        }
        boolean refused = true;
        while (refused) {
            refused =
                    back.values()
                            .removeIf(change -> {
                                @Nullable Long holder = holders.get(change.before());
                                return holder != null
                                        && !back.containsKey(holder)
                                        && !moved.contains(holder);
                            });
        }
        return back.keySet();
    }
}
