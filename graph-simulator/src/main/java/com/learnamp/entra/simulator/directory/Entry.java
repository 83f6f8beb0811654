package com.learnamp.entra.simulator.directory;

import java.util.Optional;

/** An object found in a {@link DirectoryView}, with its place in the order of the directory. */
public final class Entry {

    private final int ordinal;
    private final Version version;
    private final long everSet;

    Entry(int ordinal, Version version, long everSet) {
        this.ordinal = ordinal;
        this.version = version;
        this.everSet = everSet;
    }

    /** Objects are listed in the order of their ordinals; a new one comes last. */
    public int ordinal() {
        return ordinal;
    }

    public DirectoryObject object() {
        return version.object();
    }

    public String id() {
        return version.object().id();
    }

    public ObjectKind kind() {
        return version.object().kind();
    }

    public Life life() {
        return version.life();
    }

    public boolean isLive() {
        return version.life().isLive();
    }

    public Optional<Photo> photo() {
        return Optional.ofNullable(version.photo());
    }

    /** Whether the property ever had a value: delta leaves out what never had one. */
    public boolean everSet(String property) {
        return property.equals("id")
                || (everSet & (1L << version.object().kind().position(property))) != 0;
    }

    Links links() {
        return version.links();
    }
}
