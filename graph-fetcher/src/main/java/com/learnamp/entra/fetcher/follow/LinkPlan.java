package com.learnamp.entra.fetcher.follow;

import com.learnamp.entra.contracts.EntraObjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Which groups need a link, and which links have none of them left. Groups keep their link, so that
 * nothing is missed while others come and go; Graph takes fifty for each.
 *
 * @param missing sets of groups without a link, with the names of the links to be made
 * @param idle names of links of which no group is followed any more
 */
record LinkPlan(List<Missing> missing, List<String> idle) {

    private static final int GROUPS_AT_ONCE = 50;
    private static final String GROUPS = "groups-";

    /** A link to be made. */
    record Missing(String name, Set<UUID> groups) {
        Missing {
            groups = Set.copyOf(groups);
        }
    }

    LinkPlan {
        missing = List.copyOf(missing);
        idle = List.copyOf(idle);
    }

    static LinkPlan of(Collection<EntraObjectId> followed, Collection<Link> links) {
        Set<EntraObjectId> unlinked = new HashSet<>(followed);
        Set<String> taken = new HashSet<>();
        List<String> idle = new ArrayList<>();
        for (Link link : links) {
            taken.add(link.name());
            boolean ofSomeGroups = !link.isOfUsers() && !link.isOfAllGroups();
            if (ofSomeGroups && link.groups().stream().noneMatch(followed::contains)) {
                idle.add(link.name());
            }
            unlinked.removeAll(link.groups());
        }
        return new LinkPlan(missing(unlinked, taken), idle);
    }

    private static List<Missing> missing(Set<EntraObjectId> unlinked, Set<String> taken) {
        TreeSet<UUID> ids = new TreeSet<>();
        unlinked.forEach(group -> ids.add(group.value()));
        List<UUID> ordered = List.copyOf(ids);
        List<Missing> missing = new ArrayList<>();
        int number = 0;
        for (int from = 0; from < ordered.size(); from += GROUPS_AT_ONCE) {
            while (taken.contains(GROUPS + number)) {
                number++;
            }
            int to = Math.min(from + GROUPS_AT_ONCE, ordered.size());
            missing.add(new Missing(GROUPS + number, new HashSet<>(ordered.subList(from, to))));
            number++;
        }
        return missing;
    }
}
