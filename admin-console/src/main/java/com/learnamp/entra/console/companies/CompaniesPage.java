package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.page.Frame;
import com.learnamp.entra.console.page.Frames;
import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** All companies, for Learn Amp's operations alone. */
@Path("/ops/companies")
@Page
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class CompaniesPage {

    private final CurrentVisitor visitor;
    private final Frames frames;
    private final Companies companies;

    CompaniesPage(CurrentVisitor visitor, Frames frames, Companies companies) {
        this.visitor = visitor;
        this.frames = frames;
        this.companies = companies;
    }

    /** One of them. */
    record CompanyRow(String id, String name, String timeZone, String language) {}

    @CheckedTemplate
    static final class Templates {
        private Templates() {}

        static native TemplateInstance companies(Frame frame, List<CompanyRow> rows);
    }

    @GET
    public TemplateInstance all() {
        visitor.staff();
        return Templates.companies(
                frames.ofNoCompany(),
                companies.all().stream()
                        .map(company ->
                                new CompanyRow(
                                        company.id().toString(),
                                        company.name(),
                                        company.timeZone(),
                                        company.language()))
                        .toList());
    }
}
