package com.learnamp.entra.console.attention;

import com.learnamp.entra.console.changes.ChangeWords;
import com.learnamp.entra.console.page.Faces;
import com.learnamp.entra.console.page.Times;
import io.quarkus.qute.i18n.MessageBundles;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
                row.isUndone() ? fields(row.detail()) : row.detail(),
                row.holder(),
                row.choices(),
                times.at(row.since()));
    }

    /** In the pages' words. */
    private static @Nullable String fields(@Nullable String apiNames) {
        ChangeWords words = MessageBundles.get(ChangeWords.class);
        return apiNames == null
                ? null
                : Stream.of(apiNames.split(", "))
                        .map(words::field)
                        .collect(Collectors.joining(", "));
    }

    /** Personal data. */
    @Override
    public String toString() {
        return "Item[" + objectId + "]";
    }
}
