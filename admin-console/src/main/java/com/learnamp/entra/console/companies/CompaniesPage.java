package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.input.StoredWords;
import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.store.CompanyScope;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All companies, for Learn Amp's operations alone: which is behind, broken or huge. */
@Path("/ops/companies")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class CompaniesPage {

    private static final int A_PAGE = 50;
    private static final int LONGEST = 100;
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final CompanyScope scope;
    private final ClientSecretExpiry secret;

    CompaniesPage(
            CurrentVisitor visitor, Frames frames, CompanyScope scope, ClientSecretExpiry secret) {
        this.visitor = visitor;
        this.frames = frames;
        this.scope = scope;
        this.secret = secret;
    }

    /**
     * @param after where the next page begins; null on the last
     * @param secret when the application's secret runs out
     * @param secretDate the day in words; null if it is not known
     */
    record View(
            List<CompanyGlance> companies,
            String q,
            String sort,
            @Nullable Long after,
            boolean first,
            ClientSecretExpiry.View secret,
            @Nullable String secretDate) {

        public List<String> sorts() {
            return Stream.of(CompanyGlance.Order.values()).map(StoredWords::of).toList();
        }
    }

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance companies(Frame frame, View view);
    }

    @GET
    public TemplateInstance all(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String after) {
        visitor.staff();
        Frame frame = frames.ofNoCompany();
        String text = q == null ? "" : q.strip().replace("\0", "");
        String named = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        CompanyGlance.Order order = CompanyGlance.Order.of(sort);
        @Nullable Long from =
                Optional.ofNullable(after)
                        .filter(digits -> ID.matcher(digits).matches())
                        .map(Long::valueOf)
                        .orElse(null);
        List<CompanyGlance> found =
                scope.ofCompanyOrAll(
                        Optional.empty(),
                        transaction ->
                                CompanyGlance.page(
                                        transaction,
                                        order,
                                        named,
                                        from,
                                        A_PAGE + 1,
                                        frame.times()));
        ClientSecretExpiry.View expiry = secret.view(frame.times().now());
        List<CompanyGlance> shown = found.subList(0, Math.min(A_PAGE, found.size()));
        return Templates.companies(
                frame,
                new View(
                        shown,
                        named,
                        StoredWords.of(order),
                        found.size() > A_PAGE ? Long.valueOf(shown.getLast().id()) : null,
                        from == null,
                        expiry,
                        expiry.last() == null ? null : frame.times().day(expiry.last())));
    }
}
