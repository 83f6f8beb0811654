package com.learnamp.entra.photo.sync;

import com.learnamp.entra.photo.avatar.Avatars;
import com.learnamp.entra.photo.queue.PhotoLookup;
import com.learnamp.entra.photo.queue.PhotoQueue;
import com.learnamp.entra.photo.store.PhotoTransactions;
import com.learnamp.entra.photo.sync.PhotoRows.Known;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Writes what came of looking at a photo: picture, avatar, history, event, figures and the end of
 * the row that asked, in one transaction, so that there is never half of an avatar and nothing is
 * counted twice. What is older than the store's word on this person's photo changes nothing.
 */
@ApplicationScoped
class StorePhotos {

    private final PhotoTransactions transactions;
    private final Avatars avatars;
    private final PhotoQueue queue;
    private final PhotoFigures figures;
    private final ShownAvatars shown = new ShownAvatars(Clock.systemUTC());

    StorePhotos(
            PhotoTransactions transactions,
            Avatars avatars,
            PhotoQueue queue,
            PhotoFigures figures) {
        this.transactions = transactions;
        this.avatars = avatars;
        this.queue = queue;
        this.figures = figures;
    }

    /**
     * @param version of the look, taken before its request was sent
     */
    void store(PhotoOutcome outcome, long version) {
        PhotoLookup lookup = outcome.lookup();
        transactions.locking(
                lookup.company(),
                connection -> {
                    boolean changed = write(connection, outcome, version);
                    figures.count(
                            connection, lookup.company(), lookup.run(), kind(outcome, changed), 1);
                    queue.done(connection, List.of(lookup));
                    return true;
                });
    }

    private boolean write(Connection connection, PhotoOutcome outcome, long version)
            throws SQLException {
        PhotoLookup lookup = outcome.lookup();
        return switch (outcome) {
            case PhotoOutcome.SetBack back -> {
                Optional<String> set = PhotoRows.set(connection, lookup, version);
                yield set.isPresent() && shown.show(connection, lookup, set.get());
            }
            case PhotoOutcome.Stored stored -> {
                String hash = stored.picture().hash();
                boolean newer =
                        PhotoRows.write(
                                connection,
                                lookup,
                                version,
                                Known.stored(stored.mediaEtag(), hash));
                if (newer) {
                    avatars.keep(connection, lookup.company(), stored.picture());
                }
                yield newer && shown.show(connection, lookup, hash);
            }
            // Entra's photo is another one now: the old one is not shown in its place.
            case PhotoOutcome.Refused refused ->
                    replace(
                            connection,
                            lookup,
                            version,
                            Known.refused(refused.mediaEtag(), refused.reason()));
            case PhotoOutcome.Removed removed ->
                    replace(connection, lookup, version, Known.nothing("none"));
            case PhotoOutcome.Gone gone ->
                    replace(connection, lookup, version, Known.nothing("gone"));
        };
    }

    /** By what has no avatar: the one that this integration set goes, and only that. */
    private boolean replace(Connection connection, PhotoLookup lookup, long version, Known known)
            throws SQLException {
        Optional<String> set = PhotoRows.set(connection, lookup, version);
        return PhotoRows.write(connection, lookup, version, known)
                && set.isPresent()
                && shown.takeAway(connection, lookup, set.get());
    }

    private static PhotoFigures.Kind kind(PhotoOutcome outcome, boolean changed) {
        return switch (outcome) {
            case PhotoOutcome.SetBack back -> PhotoFigures.Kind.UNCHANGED;
            case PhotoOutcome.Stored stored -> PhotoFigures.Kind.FETCHED;
            case PhotoOutcome.Refused refused -> PhotoFigures.Kind.REFUSED;
            case PhotoOutcome.Removed removed -> removedOr(changed);
            case PhotoOutcome.Gone gone -> removedOr(changed);
        };
    }

    private static PhotoFigures.Kind removedOr(boolean changed) {
        return changed ? PhotoFigures.Kind.REMOVED : PhotoFigures.Kind.UNCHANGED;
    }
}
