package com.learnamp.entra.photo.sync;

import com.learnamp.entra.graph.GraphPhotos;
import com.learnamp.entra.graph.PhotoDownload;
import com.learnamp.entra.graph.PhotoSize;
import com.learnamp.entra.photo.picture.CheckPicture;
import com.learnamp.entra.photo.picture.Picture;
import com.learnamp.entra.photo.queue.PhotoLookup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Gets a photo's bytes and looks at them: one at a time for a tenant, two decoded at once. */
@ApplicationScoped
class FetchPhotos {

    private static final int DECODED_AT_ONCE = 2;

    private final Semaphore decoding = new Semaphore(DECODED_AT_ONCE, true);

    PhotoOutcome fetch(GraphPhotos graph, PhotoLookup lookup, PhotoDecision.Fetch fetch) {
        return switch (download(graph, lookup, fetch.size())) {
            case PhotoDownload.NoPhoto none -> new PhotoOutcome.Removed(lookup);
            case PhotoDownload.TooLarge large ->
                    new PhotoOutcome.Refused(lookup, fetch.mediaEtag(), CheckPicture.TOO_LARGE);
            case PhotoDownload.Image image ->
                    switch (check(image.bytes())) {
                        case Picture.Accepted picture ->
                                new PhotoOutcome.Stored(lookup, fetch.mediaEtag(), picture);
                        case Picture.Refused refused ->
                                new PhotoOutcome.Refused(
                                        lookup, fetch.mediaEtag(), refused.reason());
                    };
        };
    }

    /**
     * The size that is wanted exists if the original is as large; where it doesn't, the original.
     */
    private static PhotoDownload download(GraphPhotos graph, PhotoLookup lookup, PhotoSize size) {
        UUID user = lookup.user().value();
        PhotoDownload download = graph.photoBytes(user, size, CheckPicture.MAX_BYTES);
        return download instanceof PhotoDownload.NoPhoto && size != PhotoSize.LARGEST
                ? graph.photoBytes(user, PhotoSize.LARGEST, CheckPicture.MAX_BYTES)
                : download;
    }

    private Picture check(byte[] bytes) {
        decoding.acquireUninterruptibly();
        try {
            return CheckPicture.check(bytes);
        } finally {
            decoding.release();
        }
    }
}
