package com.learnamp.entra.console.companies;

import com.learnamp.entra.console.api.Scopes;
import com.learnamp.entra.console.input.FieldProblems;
import com.learnamp.entra.console.input.JsonFields;
import com.learnamp.entra.contracts.CompanyId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Companies, for the programs of operations. */
@Path("/api/companies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Scopes.OPS)
@RunOnVirtualThread
class CompaniesApi {

    private final Companies companies;
    private final CreateCompany createCompany;

    CompaniesApi(Companies companies, CreateCompany createCompany) {
        this.companies = companies;
        this.createCompany = createCompany;
    }

    @GET
    public CompanyList all() {
        return new CompanyList(companies.all());
    }

    @POST
    public Response create(@Nullable String body) {
        FieldProblems problems = new FieldProblems();
        NewCompany wanted = NewCompany.of(new JsonFields(body, problems), problems);
        return Response.status(Response.Status.CREATED)
                .entity(answer(wanted, createCompany.create(wanted)))
                .build();
    }

    private static CompanyAnswer answer(NewCompany wanted, CreateCompany.Created created) {
        return new CompanyAnswer(
                created.company(),
                wanted.name(),
                wanted.timeZone(),
                wanted.language(),
                new OwnerAnswer(created.owner(), wanted.owner().email()),
                new ClientAnswer(
                        created.clientId(),
                        created.clientSecret(),
                        List.copyOf(new TreeSet<>(CreateCompany.SCOPES))));
    }

    record CompanyList(List<Companies.Company> companies) {}

    record CompanyAnswer(
            CompanyId id,
            String name,
            String timeZone,
            String language,
            OwnerAnswer owner,
            ClientAnswer apiClient) {}

    record OwnerAnswer(long id, String email) {}

    record ClientAnswer(String clientId, String clientSecret, List<String> scopes) {

        @Override
        public String toString() {
            return "ClientAnswer[" + clientId + "]";
        }
    }
}
