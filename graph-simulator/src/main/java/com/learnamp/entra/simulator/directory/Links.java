package com.learnamp.entra.simulator.directory;

/**
 * What an object is tied to, both ends kept so that either can be asked for. Ends may be in the
 * bin: whoever reads skips them.
 *
 * @param manager the ordinal of the manager, or {@link #NOBODY}
 * @param groups those of the members that are groups
 */
record Links(
        int manager,
        SortedInts reports,
        SortedInts members,
        SortedInts groups,
        SortedInts memberOf) {

    static final int NOBODY = -1;

    static final Links NONE =
            new Links(
                    NOBODY, SortedInts.EMPTY, SortedInts.EMPTY, SortedInts.EMPTY, SortedInts.EMPTY);

    Links withManager(int ordinal) {
        return new Links(ordinal, reports, members, groups, memberOf);
    }

    Links withReports(SortedInts changed) {
        return new Links(manager, changed, members, groups, memberOf);
    }

    Links withMembers(SortedInts changed, SortedInts changedGroups) {
        return new Links(manager, reports, changed, changedGroups, memberOf);
    }

    Links withMemberOf(SortedInts changed) {
        return new Links(manager, reports, members, groups, changed);
    }
}
