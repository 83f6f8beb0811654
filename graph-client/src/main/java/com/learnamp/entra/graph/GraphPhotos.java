package com.learnamp.entra.graph;

import java.util.List;
import java.util.UUID;

/** Profile photos. */
public interface GraphPhotos {

    /**
     * Whether these people have photos, and which. One HTTP request.
     *
     * @param users at most 20
     * @return one answer for each user, in no particular order
     */
    List<PhotoReading> photoMetadata(List<UUID> users);

    /** The picture itself, of which at most {@code maxBytes} + 1 bytes are read. */
    PhotoDownload photoBytes(UUID user, PhotoSize size, int maxBytes);
}
