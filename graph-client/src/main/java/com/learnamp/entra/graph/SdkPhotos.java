package com.learnamp.entra.graph;

import com.microsoft.graph.serviceclient.GraphServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Photos: their metadata by batch, their bytes by the SDK's typed builders. */
final class SdkPhotos implements GraphPhotos {

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final ReadPhotoMetadata metadata;

    SdkPhotos(GraphServiceClient client, GraphCalls calls, ReadPhotoMetadata metadata) {
        this.client = client;
        this.calls = calls;
        this.metadata = metadata;
    }

    @Override
    public List<PhotoReading> photoMetadata(List<UUID> users) {
        ReadPhotoMetadata.check(users);
        return calls.sendBatch(
                () -> metadata.read(users),
                each ->
                        each instanceof PhotoReading.Failed failed
                                && GraphCalls.oldTokenMayBeToBlame(failed.reason()));
    }

    @Override
    public PhotoDownload photoBytes(UUID user, PhotoSize size, int maxBytes) {
        RequestTag tag = RequestTag.of(RequestKind.PHOTO_BYTES);
        try {
            return calls.send(() -> download(user, size, maxBytes, tag));
        } catch (GraphException failure) {
            if (ReadPhotoMetadata.saysNoPhoto(failure)) {
                return new PhotoDownload.NoPhoto();
            }
            throw failure;
        }
    }

    private PhotoDownload download(UUID user, PhotoSize size, int maxBytes, RequestTag tag) {
        try (InputStream picture = GraphCalls.present(open(user, size, tag), "the photo")) {
            byte[] bytes = picture.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                return new PhotoDownload.TooLarge(maxBytes);
            }
            String type = tag.contentType();
            return new PhotoDownload.Image(bytes, type == null ? "application/octet-stream" : type);
        } catch (IOException cutOff) {
            throw new UncheckedIOException(cutOff);
        }
    }

    private @Nullable InputStream open(UUID user, PhotoSize size, RequestTag tag) {
        if (size == PhotoSize.LARGEST) {
            return client.users()
                    .byUserId(user.toString())
                    .photo()
                    .content()
                    .get(config -> config.options.add(tag));
        }
        return client.users()
                .byUserId(user.toString())
                .photos()
                .byProfilePhotoId(size.path())
                .content()
                .get(config -> config.options.add(tag));
    }
}
