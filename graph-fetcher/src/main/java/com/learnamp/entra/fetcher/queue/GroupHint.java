package com.learnamp.entra.fetcher.queue;

import com.learnamp.entra.contracts.ChangeNotification.ChangeType;
import com.learnamp.entra.contracts.ChangeNotification.GroupChanged;
import com.learnamp.entra.contracts.EntraObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a changed group means, once it is known to concern somebody. */
sealed interface GroupHint {

    /** Single people: those added are of whatever type, those removed matter if we know them. */
    record Members(List<EntraObjectId> added, List<EntraObjectId> removed) implements GroupHint {
        public Members {
            added = List.copyOf(added);
            removed = List.copyOf(removed);
        }
    }

    /** List: a group was nested or taken out, or nobody says what has changed. */
    record ListAnew() implements GroupHint {}

    /** More people than this are cheaper to list than to look up. */
    int MANY = 1000;

    /**
     * @param nested those of the members that are known to be nested groups
     */
    static GroupHint decide(GroupChanged change, Set<EntraObjectId> nested) {
        List<EntraObjectId> members = new ArrayList<>(change.added());
        members.addAll(change.removed());
        boolean untold = members.isEmpty() || change.changeType() == ChangeType.DELETED;
        boolean aboutGroups = members.stream().anyMatch(nested::contains);
        return untold || aboutGroups || members.size() > MANY
                ? new ListAnew()
                : new Members(change.added(), change.removed());
    }
}
