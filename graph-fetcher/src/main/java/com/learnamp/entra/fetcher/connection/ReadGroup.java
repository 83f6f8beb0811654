package com.learnamp.entra.fetcher.connection;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.graph.DirectoryGroup;
import com.learnamp.entra.graph.DirectoryMember;
import com.learnamp.entra.graph.GraphDirectory;
import com.learnamp.entra.graph.MemberPage;
import com.learnamp.entra.graph.UserSelection;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether a company's group is there, suitable, and not empty: else nobody is taken for a leaver.
 */
public final class ReadGroup {

    /** What was found. */
    public sealed interface Found {

        record Standing(@Nullable String name) implements Found {}

        record Faulty(Trouble trouble, @Nullable String name) implements Found {
            public Faulty {
                Objects.requireNonNull(trouble, "trouble");
            }
        }
    }

    private ReadGroup() {}

    /**
     * @throws com.learnamp.entra.graph.GraphException if Graph does not say
     */
    public static Found read(GraphDirectory graph, EntraObjectId group) {
        Optional<DirectoryGroup> found = graph.group(group.value());
        @Nullable String name = found.map(DirectoryGroup::displayName).orElse(null);
        Optional<Trouble> trouble = Trouble.of(found);
        if (trouble.isPresent()) {
            return new Found.Faulty(trouble.get(), name);
        }
        return hasPeople(graph, group)
                ? new Found.Standing(name)
                : new Found.Faulty(Trouble.groupEmpty(name), name);
    }

    private static boolean hasPeople(GraphDirectory graph, EntraObjectId group) {
        MemberPage page = graph.transitiveMembers(group.value(), UserSelection.standard());
        while (true) {
            if (page.members().stream().anyMatch(DirectoryMember.UserMember.class::isInstance)) {
                return true;
            }
            if (page.nextLink() == null) {
                return false;
            }
            page = graph.nextMembers(page.nextLink());
        }
    }
}
