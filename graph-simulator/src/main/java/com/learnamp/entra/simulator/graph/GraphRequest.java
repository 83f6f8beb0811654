package com.learnamp.entra.simulator.graph;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.login.Caller;
import com.learnamp.entra.simulator.tenants.Tenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request to Graph, be it alone or a step of a batch.
 *
 * @param id what Graph gives back as {@code request-id}
 * @param base the address of the API as the client wrote it, with {@code /v1.0}
 * @param path the segments behind the version, as {@link Addresses} normalises them
 * @param query options by their names without the dollar sign
 * @param headers by their names in small letters
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GraphRequest(
        String id,
        Instant now,
        Caller caller,
        String method,
        String base,
        List<String> path,
        Map<String, String> query,
        Map<String, String> headers,
        byte[] body,
        boolean inBatch) {

    Tenant tenant() {
        return caller.tenant();
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    String segment(int position) {
        return path.get(position);
    }

    /** Whether the client accepts what the lagging index says. */
    boolean eventual() {
        return header("consistencylevel").filter("eventual"::equalsIgnoreCase).isPresent();
    }

    boolean counts() {
        return option("count").filter("true"::equalsIgnoreCase).isPresent();
    }

    /** What the request is about, for decisions by chance: the same for every page of a listing. */
    String subject() {
        return method + " /" + String.join("/", path);
    }

    /** The directory as this request sees it. */
    DirectoryView view() {
        return tenant().read(subject(), eventual());
    }
}
