package com.learnamp.entra.fetcher.explain;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.GroupName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shortest way from somebody up to the company's group. Only groups that are known to be nested
 * in it are followed, and their parents are asked for one after the other.
 */
final class FindChain {

    /** Beyond that nobody waits for the answer any more. */
    private static final int MOST_ASKED = 25;

    private final GraphDirectory graph;
    private final UUID root;
    private final Set<EntraObjectId> nested;

    /** By group: the one below it, on the way that was found; null for a direct membership. */
    private final Map<UUID, Step> found = new HashMap<>();

    private record Step(GroupName group, @Nullable Step below) {}

    /**
     * @param nested groups that are nested in the company's
     */
    FindChain(GraphDirectory graph, EntraObjectId root, Set<EntraObjectId> nested) {
        this.graph = graph;
        this.root = root.value();
        this.nested = nested;
    }

    /**
     * @return from the company's group down; empty if no way is known
     */
    List<Explanation.Group> to(UUID person) {
        Deque<Step> open = new ArrayDeque<>();
        reach(graph.groupsOfUser(person), null, open);
        for (int asked = 0; !found.containsKey(root) && !open.isEmpty(); asked++) {
            if (asked == MOST_ASKED) {
                return List.of();
            }
            Step next = open.remove();
            reach(graph.groupsOfGroup(next.group().id()), next, open);
        }
        return down(found.get(root));
    }

    private void reach(List<GroupName> groups, @Nullable Step below, Deque<Step> open) {
        for (GroupName group : groups) {
            boolean ours =
                    group.id().equals(root) || nested.contains(new EntraObjectId(group.id()));
            if (ours && !found.containsKey(group.id())) {
                Step step = new Step(group, below);
                found.put(group.id(), step);
                open.add(step);
            }
        }
    }

    private static List<Explanation.Group> down(@Nullable Step top) {
        List<Explanation.Group> chain = new ArrayList<>();
        for (Step step = top; step != null; step = step.below()) {
            chain.add(
                    new Explanation.Group(
                            new EntraObjectId(step.group().id()), step.group().displayName()));
        }
        return chain;
    }
}
