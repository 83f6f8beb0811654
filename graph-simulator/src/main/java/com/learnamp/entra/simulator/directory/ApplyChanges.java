package com.learnamp.entra.simulator.directory;

import com.learnamp.entra.simulator.directory.Change.Action;
import com.learnamp.entra.simulator.directory.Life.State;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each change does to the objects, now or when it is replayed. */
final class ApplyChanges {

    private ApplyChanges() {}

    static void to(Slots slots, Change change) {
        long sequence = change.sequence();
        if (change.action() == Action.CREATED) {
            slots.add(
                    sequence, DirectoryObject.of(change.kind(), change.objectId(), change.after()));
            return;
        }
        int ordinal = ordinal(slots, change.objectId());
        switch (change.action()) {
            case CREATED -> throw new IllegalStateException("handled above");
            case UPDATED ->
                    slots.change(
                            ordinal,
                            version ->
                                    version.with(sequence, version.object().with(change.after())));
            case DELETED -> slots.setLife(sequence, ordinal, State.DELETED, change.at());
            case RESTORED -> slots.setLife(sequence, ordinal, State.LIVE, change.at());
            case PURGED -> {
                slots.unlink(sequence, ordinal);
                slots.setLife(sequence, ordinal, State.PURGED, change.at());
            }
            case MANAGER_SET -> slots.setManager(sequence, ordinal, other(slots, change));
            case MANAGER_CLEARED -> slots.setManager(sequence, ordinal, Links.NOBODY);
            case MEMBER_ADDED -> slots.addMember(sequence, ordinal, other(slots, change));
            case MEMBER_REMOVED -> slots.removeMember(sequence, ordinal, other(slots, change));
            case PHOTO_SET ->
                    slots.change(ordinal, version -> version.withPhoto(sequence, photo(change)));
            case PHOTO_REMOVED ->
                    slots.change(ordinal, version -> version.withPhoto(sequence, null));
        }
    }

    private static Photo photo(Change change) {
        Map<String, @Nullable Object> photo = change.after();
        Object jpeg = photo.get("jpeg");
        return new Photo(
                String.valueOf(photo.get("etag")),
                number(photo.get("side")).intValue(),
                number(photo.get("seed")).longValue(),
                jpeg == null ? null : Base64.getDecoder().decode((String) jpeg));
    }

    private static Number number(@Nullable Object value) {
        return (Number) Objects.requireNonNull(value);
    }

    /** A photo as a change keeps it. */
    static Map<String, @Nullable Object> properties(Photo photo) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("etag", photo.etag());
        properties.put("side", (long) photo.side());
        properties.put("seed", photo.seed());
        byte[] uploaded = photo.uploaded();
        if (uploaded != null) {
            properties.put("jpeg", Base64.getEncoder().encodeToString(uploaded));
        }
        return properties;
    }

    private static int other(Slots slots, Change change) {
        return ordinal(slots, Objects.requireNonNull(change.otherId()));
    }

    private static int ordinal(Slots slots, String id) {
        return slots.ordinal(id).orElseThrow(() -> new NoSuchElementException("no object " + id));
    }
}
