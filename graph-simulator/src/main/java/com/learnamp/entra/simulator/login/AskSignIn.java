package com.learnamp.entra.simulator.login;

import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.login.LoginPages.Account;
import com.learnamp.entra.simulator.tenants.Tenant;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Asks who signs in: any person of the directory, without a password. */
final class AskSignIn {

    private static final int MOST_ADMINISTRATORS = 3;
    private static final int MOST_OTHERS = 8;

    private final LoginRoutes login;
    private final SignIns signIns;

    AskSignIn(LoginRoutes login, SignIns signIns) {
        this.login = login;
        this.signIns = signIns;
    }

    String show(RoutingContext context) {
        Map<String, String> query = Redirect.map(context.queryParams());
        String tenantName = LoginRoutes.tenantName(context);
        login.app(query.get("client_id"), tenantName);
        Redirect.uri(context.queryParams());
        String search = query.getOrDefault("sim_search", query.getOrDefault("login_hint", ""));
        return LoginPages.signIn(accounts(tenants(tenantName), search), search, query);
    }

    String answer(RoutingContext context) {
        MultiMap form = context.request().formAttributes();
        String tenantName = LoginRoutes.tenantName(context);
        App app = login.app(form.get("client_id"), tenantName);
        String personId = form.get("sim_person");
        if (personId == null) {
            return Redirect.back(
                    context,
                    form,
                    Map.of(
                            "error",
                            "access_denied",
                            "error_description",
                            "AADSTS65004: User declined to consent to access the app."));
        }
        Tenant tenant = login.tenant(Objects.requireNonNullElse(form.get("sim_tenant"), ""));
        if (!tenants(tenantName).contains(tenant)) {
            throw LoginProblem.unknownTenant(tenantName);
        }
        SignIns.Request request =
                new SignIns.Request(
                        app.clientId(),
                        Redirect.uri(form),
                        Objects.requireNonNullElse(form.get("scope"), "openid"),
                        form.get("nonce"),
                        form.get("code_challenge"));
        return Redirect.back(
                context, form, Map.of("code", signIns.code(request, tenant, personId)));
    }

    private Collection<Tenant> tenants(String name) {
        return LoginRoutes.ANY_TENANT.contains(name)
                ? login.tenants().all()
                : List.of(login.tenant(name));
    }

    /** Administrators first: they are who set-up needs. */
    private static List<Account> accounts(Collection<Tenant> tenants, String search) {
        List<Account> found = new ArrayList<>();
        for (Tenant tenant : tenants) {
            Predicate<Entry> administrator = entry -> tenant.administrators().contains(entry.id());
            add(found, tenant, search, administrator, MOST_ADMINISTRATORS);
            add(found, tenant, search, administrator.negate(), MOST_OTHERS);
        }
        return found;
    }

    private static void add(
            List<Account> found, Tenant tenant, String search, Predicate<Entry> wanted, int most) {
        String sought = search.toLowerCase(Locale.ROOT);
        tenant.directory()
                .now()
                .list(
                        entry -> maySignIn(entry) && wanted.test(entry) && matches(entry, sought),
                        -1,
                        most)
                .forEach(entry ->
                        found.add(
                                new Account(
                                        tenant,
                                        entry.object(),
                                        tenant.administrators().contains(entry.id()))));
    }

    private static boolean maySignIn(Entry entry) {
        return entry.isLive()
                && entry.kind() == ObjectKind.USER
                && entry.object().flag("accountEnabled");
    }

    private static boolean matches(Entry entry, String sought) {
        return contains(entry.object().displayName(), sought)
                || contains(entry.object().text("userPrincipalName").orElse(""), sought);
    }

    private static boolean contains(String text, String sought) {
        return text.toLowerCase(Locale.ROOT).contains(sought);
    }
}
