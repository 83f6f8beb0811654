package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs somebody, as the page shows it.
 *
 * @param userId null for somebody who is not in Learn Amp
 * @param name null where nobody knows it
 * @param detail more than the reason says; null without
 * @param holder who has the address that he waits for; null if he waits for none
 * @param choices what an admin can say of him
 */
record Item(
        String objectId,
        @Nullable Long userId,
        @Nullable String name,
        String initials,
        int colour,
        String reason,
        @Nullable String detail,
        AttentionRow.@Nullable Holder holder,
        List<String> choices,
        Times.Moment since) {

    static Item of(AttentionRow row, Times times) {
        @Nullable String name = row.name();
        return new Item(
                row.objectId().toString(),
                row.userId(),
                name,
                name == null ? "?" : Faces.initials(name),
                Faces.colour(row.objectId().getLeastSignificantBits()),
                row.reason(),
                row.detail(),
                row.holder(),
                row.choices().stream().map(StoredWords::of).toList(),
                times.at(row.since()));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Item[" + objectId + "]";
    }
}
