package com.learnamp.entra.graph;

import java.io.IOException;
import java.time.Clock;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Turns every failed answer into a {@link GraphException} before the SDK sees it: the SDK loses the
 * status when the body is not JSON, and takes a redirect for "no content".
 */
final class RefuseFailures implements Interceptor {

    /** Errors are small; what is beyond this is somebody's web page. */
    private static final long MOST_OF_A_BODY = 64 * 1024L;

    private final Clock clock;

    RefuseFailures(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Response response = chain.proceed(request);
        RequestTag tag = request.tag(RequestTag.class);
        if (response.isSuccessful() || tag == null || challenge(response)) {
            return response;
        }
        // An older page says that a batch with a failed step answers 424; the steps tell all the
        // same.
        if (tag.batch() && response.code() == 424) {
            return response.newBuilder().code(200).build();
        }
        try (response) {
            throw GraphFailures.sort(
                    FailedAnswer.read(
                            tag,
                            response.code(),
                            body(response),
                            RetryAfter.parse(response.header("Retry-After"), clock).orElse(null)));
        }
    }

    /** Continuous access evaluation: the SDK answers this one itself, once, with a new token. */
    private static boolean challenge(Response response) {
        String challenge = response.header("WWW-Authenticate");
        return response.code() == 401 && challenge != null && challenge.contains("claims=");
    }

    private static @Nullable String body(Response response) {
        try {
            return response.peekBody(MOST_OF_A_BODY).string();
        } catch (IOException cutOff) {
            return null; // The status tells enough.
        }
    }
}
