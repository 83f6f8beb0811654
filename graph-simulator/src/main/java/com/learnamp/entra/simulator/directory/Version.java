package com.learnamp.entra.simulator.directory;

import org.jspecify.annotations.Nullable;

/**
 * An object from one change to the next. Versions form a chain, newest first, so that the directory
 * can be read as it was at any moment: that is how lagging replicas and the history are served.
 *
 * @param since the sequence number of the change that made this version
 */
record Version(
        long since,
        DirectoryObject object,
        Life life,
        Links links,
        @Nullable Photo photo,
        @Nullable Version previous) {

    static Version first(long since, DirectoryObject object) {
        return new Version(since, object, Life.LIVE, Links.NONE, null, null);
    }

    /** The version that was current after the given change; null if the object was not there. */
    static @Nullable Version at(Version newest, long sequence) {
        Version version = newest;
        while (version != null && version.since > sequence) {
            version = version.previous;
        }
        return version;
    }

    Version with(long change, DirectoryObject changed) {
        return next(change, changed, life, links, photo);
    }

    Version with(long change, Life changed) {
        return next(change, object, changed, links, photo);
    }

    Version with(long change, Links changed) {
        return next(change, object, life, changed, photo);
    }

    Version withPhoto(long change, @Nullable Photo changed) {
        return next(change, object, life, links, changed);
    }

    /** A second touch by the same change replaces the first. */
    private Version next(
            long change, DirectoryObject object, Life life, Links links, @Nullable Photo photo) {
        Version before = change == since ? previous : this;
        return new Version(change, object, life, links, photo, before);
    }
}
