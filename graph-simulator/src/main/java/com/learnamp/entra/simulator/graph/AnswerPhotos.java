package com.learnamp.entra.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Photo;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Profile photos: what they are, and their bytes. */
final class AnswerPhotos {

    private static final List<Integer> SIZES = List.of(48, 64, 96, 120, 240, 360, 432, 504, 648);

    GraphAnswer metadata(GraphRequest request) {
        Entry person = AnswerUsers.person(request, request.view());
        Optional<Photo> photo = person.photo();
        if (photo.isEmpty() && answersWithDot(person)) {
            return GraphAnswer.ok(json -> writeDot(json, request));
        }
        Photo present = photo.orElseThrow(AnswerPhotos::noPhoto);
        return GraphAnswer.ok(json -> {
            writeContext(json, request, "photo/$entity");
            write(json, present, present.side());
        });
    }

    GraphAnswer bytes(GraphRequest request) {
        Photo photo = photo(request);
        return bytes(request, photo, photo.side());
    }

    GraphAnswer sizes(GraphRequest request) {
        Optional<Photo> photo = AnswerUsers.person(request, request.view()).photo();
        int[] sides =
                photo.stream()
                        .flatMapToInt(present ->
                                IntStream.concat(
                                        SIZES.stream()
                                                .mapToInt(side -> side)
                                                .filter(side -> side < present.side()),
                                        IntStream.of(present.side())))
                        .toArray();
        return GraphAnswer.ok(json -> {
            writeContext(json, request, "photos");
            json.writeArrayFieldStart("value");
            for (int side : sides) {
                json.writeStartObject();
                write(json, photo.orElseThrow(), side);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    GraphAnswer metadataOfSize(GraphRequest request) {
        Photo photo = photo(request);
        int side = side(request, photo);
        return GraphAnswer.ok(json -> {
            writeContext(json, request, "photos/$entity");
            write(json, photo, side);
        });
    }

    GraphAnswer bytesOfSize(GraphRequest request) {
        Photo photo = photo(request);
        return bytes(request, photo, side(request, photo));
    }

    private static GraphAnswer bytes(GraphRequest request, Photo photo, int side) {
        return GraphAnswer.bytes("image/jpeg", Photos.jpeg(photo, side)).with("ETag", photo.etag());
    }

    private static Photo photo(GraphRequest request) {
        return AnswerUsers.person(request, request.view())
                .photo()
                .orElseThrow(AnswerPhotos::noPhoto);
    }

    /** Sizes up to that of the upload exist, and no others. */
    private static int side(GraphRequest request, Photo photo) {
        String wanted = request.segment(3);
        return SIZES.stream()
                .filter(side -> wanted.equals(side + "x" + side))
                .filter(side -> side <= photo.side())
                .findFirst()
                .or(() ->
                        Optional.of(photo.side()).filter(side -> wanted.equals(side + "x" + side)))
                .orElseThrow(AnswerPhotos::noPhoto);
    }

    private static void writeContext(JsonGenerator json, GraphRequest request, String what)
            throws IOException {
        json.writeStringField(
                "@odata.context",
                request.base() + "/$metadata#users('" + request.segment(1) + "')/" + what);
    }

    private static void write(JsonGenerator json, Photo photo, int side) throws IOException {
        json.writeStringField("@odata.mediaContentType", "image/jpeg");
        json.writeStringField("@odata.mediaEtag", photo.etag());
        json.writeStringField("id", side + "x" + side);
        json.writeNumberField("width", side);
        json.writeNumberField("height", side);
    }

    /** Without a photo some people have none and others a single dot; Graph does both. */
    private static boolean answersWithDot(Entry person) {
        return person.ordinal() % 4 == 0;
    }

    private static void writeDot(JsonGenerator json, GraphRequest request) throws IOException {
        writeContext(json, request, "photo/$entity");
        json.writeStringField("@odata.mediaContentType", "image/gif");
        json.writeStringField("@odata.mediaEtag", "");
        json.writeStringField("id", "1x1");
        json.writeNumberField("width", 1);
        json.writeNumberField("height", 1);
    }

    private static GraphProblem noPhoto() {
        return new GraphProblem(
                404,
                "ImageNotFound",
                "Exception of type 'Microsoft.Fast.Profile.Core.Exception.ImageNotFoundException'"
                        + " was thrown.");
    }
}
