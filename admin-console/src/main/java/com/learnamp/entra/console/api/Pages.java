package com.learnamp.entra.console.api;

import com.learnamp.entra.store.PageNumber;
import jakarta.ws.rs.core.Response;

/** How a page of a list is answered: the rows in the body, the counts in the headers. */
final class Pages {

    private Pages() {}

    static Response answer(Object body, PageNumber page, long total) {
        return Response.ok(body)
                .header("Total", total)
                .header("Per-Page", page.size())
                .header("Total-Pages", Math.ceilDiv(total, page.size()))
                .build();
    }
}
