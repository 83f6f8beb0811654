package com.learnamp.entra.fetcher.run;

import com.learnamp.entra.fetcher.graph.Cost;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step that a listing has made.
 *
 * @param stage what comes next
 * @param checkpoint the page of it that comes next; null: its first
 * @param pages read in this step
 * @param people published in this step
 * @param cost of this step
 */
public record Progress(Stage stage, @Nullable String checkpoint, int pages, int people, Cost cost) {

    public Progress {
        Objects.requireNonNull(stage, "stage");
    }
}
