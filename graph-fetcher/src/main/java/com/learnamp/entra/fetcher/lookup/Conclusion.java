package com.learnamp.entra.fetcher.lookup;

import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.UserOutOfScope.Evidence;
import com.learnamp.entra.fetcher.roster.ContentHash;
import com.learnamp.entra.fetcher.roster.RosterEntry;
import java.util.Objects;
import java.util.Optional;

/**
 * What follows for one company from one reading of somebody. Deactivation destroys data, so an
 * absence is never enough: leaving needs a live account outside the group, the bin, or readings
 * that agree over time, and somebody who was in scope before.
 */
public sealed interface Conclusion {

    /** In scope, and there is something to tell. */
    record InScope() implements Conclusion {}

    /** Proved to be out of scope. */
    record OutOfScope(Evidence evidence) implements Conclusion {
        public OutOfScope {
            Objects.requireNonNull(evidence, "evidence");
        }
    }

    /** Nothing to tell: nothing has changed. */
    record Nothing() implements Conclusion {}

    /** Something has changed perhaps, but not for certain yet: another reading tells. */
    record NotYet() implements Conclusion {}

    Conclusion IN_SCOPE = new InScope();
    Conclusion NOTHING = new Nothing();
    Conclusion NOT_YET = new NotYet();

    /**
     * The circumstances of the reading.
     *
     * @param group the company's
     * @param revision of the company's settings
     * @param hash of what was read; {@link ContentHash#NONE} if nobody was there
     * @param asked whether the company wants an answer even if it is the old one
     * @param interrupted whether something else may have been told than is known, by an owner who
     *     did not live to write it down or slept over it: then the answer is told, whatever it is
     * @param lately whether a look-up changed this entry so recently that replicas may disagree
     * @param repeated whether an earlier reading said the same
     * @param last whether no further reading is planned
     */
    record Circumstances(
            EntraObjectId group,
            long revision,
            ContentHash hash,
            boolean asked,
            boolean interrupted,
            boolean lately,
            boolean repeated,
            boolean last) {}

    static Conclusion decide(Reading reading, Optional<RosterEntry> known, Circumstances around) {
        return switch (reading) {
            case Reading.Present present ->
                    present.memberOf().contains(around.group().value())
                            ? member(known, around)
                            : notMember(known, around);
            case Reading.InBin inBin -> leaver(known, around, Evidence.SOFT_DELETED);
            case Reading.Absent absent -> absent(known, around);
        };
    }

    /** Of somebody in scope whom a listing, proved complete, has not found. */
    static Conclusion secondLook(
            Reading reading, Optional<RosterEntry> known, EntraObjectId group, long revision) {
        return decide(
                reading,
                known,
                new Circumstances(
                        group, revision, ContentHash.NONE, true, false, false, true, true));
    }

    private static Conclusion member(Optional<RosterEntry> known, Circumstances around) {
        boolean told =
                known.filter(RosterEntry::inScope)
                        .filter(entry -> entry.hash().equals(around.hash()))
                        .filter(entry -> entry.revision() == around.revision())
                        .isPresent();
        return told && !around.asked() && !around.interrupted() ? NOTHING : IN_SCOPE;
    }

    private static Conclusion notMember(Optional<RosterEntry> known, Circumstances around) {
        // Decided by a group that is no longer the company's: the change of group is no proof.
        boolean ofThisGroup =
                known.filter(entry -> entry.group().equals(around.group())).isPresent();
        if (known.isPresent() && !ofThisGroup && !around.asked()) {
            return NOTHING;
        }
        // He has only just joined, as another replica told: that must be denied twice.
        boolean inScope = known.filter(RosterEntry::inScope).isPresent();
        if (inScope && around.lately() && !around.repeated()) {
            return NOT_YET;
        }
        return leaver(known, around, Evidence.NOT_A_MEMBER);
    }

    private static Conclusion absent(Optional<RosterEntry> known, Circumstances around) {
        boolean inScope = known.filter(RosterEntry::inScope).isPresent();
        if (inScope) {
            return around.last() ? new OutOfScope(Evidence.DELETED) : NOT_YET;
        }
        if (known.isPresent()) {
            return around.asked() || around.interrupted()
                    ? new OutOfScope(Evidence.DELETED)
                    : NOTHING;
        }
        boolean wanted = around.asked() || around.interrupted();
        return wanted && around.last() ? new OutOfScope(Evidence.DELETED) : NOT_YET;
    }

    private static Conclusion leaver(
            Optional<RosterEntry> known, Circumstances around, Evidence evidence) {
        boolean inScope = known.filter(RosterEntry::inScope).isPresent();
        return inScope || around.asked() || around.interrupted()
                ? new OutOfScope(evidence)
                : NOTHING;
    }
}
