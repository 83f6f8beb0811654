package com.learnamp.entra.console.binding;

import com.learnamp.entra.console.session.CurrentVisitor;
import com.learnamp.entra.console.session.Page;
import com.learnamp.entra.console.session.Visitor;
import com.learnamp.entra.console.settings.IntegrationRows;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.UserRole;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;

/** An Owner answers another company that asks to share his tenant. */
@Path("/setup/requests/{asking}")
@Page
@RunOnVirtualThread
class RequestPages {

    private final CurrentVisitor visitor;
    private final CompanyScope scope;
    private final BindTenant bind;

    RequestPages(CurrentVisitor visitor, CompanyScope scope, BindTenant bind) {
        this.visitor = visitor;
        this.scope = scope;
        this.bind = bind;
    }

    @POST
    @Path("accept")
    public Response accept(@RestPath long asking) {
        CompanyId company = new CompanyId(asking);
        return answered(
                bind.agreed(company, ownTenant(company), visitor.get().name()),
                BindingNotice.ACCEPTED);
    }

    @POST
    @Path("decline")
    public Response decline(@RestPath long asking) {
        CompanyId company = new CompanyId(asking);
        return answered(bind.declined(company, ownTenant(company)), BindingNotice.DECLINED);
    }

    /**
     * @throws NotFoundException if that company asks us nothing
     */
    private EntraTenantId ownTenant(CompanyId asking) {
        onlyTheOwner();
        return scope.of(
                        visitor.company(),
                        transaction ->
                                TenantRequest.open(transaction).stream()
                                                .anyMatch(open -> open.company().equals(asking))
                                        ? Optional.ofNullable(
                                                IntegrationRows.read(transaction).tenant())
                                        : Optional.<EntraTenantId>empty())
                .orElseThrow(NotFoundException::new);
    }

    private void onlyTheOwner() {
        if (!(visitor.get().who() instanceof Visitor.Who.Admin(long user, UserRole role))
                || role != UserRole.OWNER) {
            throw new ForbiddenException();
        }
    }

    private static Response answered(boolean found, BindingNotice notice) {
        if (!found) {
            throw new NotFoundException();
        }
        return Response.seeOther(URI.create("/setup?notice=" + notice.word())).build();
    }
}
