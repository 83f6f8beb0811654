package com.learnamp.entra.graph;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AzureIdentityAuthenticationProvider;
import com.microsoft.kiota.http.middleware.ParametersNameDecodingHandler;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/**
 * The door to Microsoft Graph. One for the process: connections are shared by all tenants, and each
 * tenant has one credential, whose tokens are cached in it.
 */
public final class MicrosoftGraph implements AutoCloseable {

    /** Stated, since the SDK would derive it from the host of the request. */
    private static final String SCOPE = "https://graph.microsoft.com/.default";

    private final GraphSettings settings;
    private final RequestListener listener;
    private final Clock clock;
    private final Retries retries;
    private final GraphLinks links;
    private final OkHttpClient graphHttp;
    private final MicrosoftLogin login;
    private final Map<UUID, Lanes> tenants = new ConcurrentHashMap<>();

    /**
     * The same tenant, urgently and not, and not urgently without patience; all with one credential
     * and one budget.
     */
    private record Lanes(
            GraphTenant live,
            GraphTenant bulk,
            GraphPhotos photos,
            TenantBudget budget,
            UnknownAttributes unknown) {}

    public MicrosoftGraph(GraphSettings settings, RequestListener listener, Clock clock) {
        this(settings, listener, clock, Retries.sleeping());
    }

    MicrosoftGraph(GraphSettings settings, RequestListener listener, Clock clock, Retries retries) {
        this.settings = settings;
        this.listener = listener;
        this.clock = clock;
        this.retries = retries;
        this.links = new GraphLinks(settings.graphBase());
        TrustedAuthorities authorities =
                TrustedAuthorities.with(settings.loginCertificateAuthority());
        this.graphHttp = graphHttp(authorities);
        this.login = new MicrosoftLogin(settings, authorities, clock);
    }

    /** The tenant for live work: notifications, single people, what an administrator waits for. */
    public GraphTenant tenant(UUID tenantId) {
        return lanes(tenantId).live();
    }

    /**
     * The same tenant for bulk work, which Graph throttles first ({@code x-ms-throttle-priority:
     * low}).
     */
    public GraphTenant bulkTenant(UUID tenantId) {
        return lanes(tenantId).bulk();
    }

    /**
     * The tenant's photos, as bulk work whose failures come at once: their caller has a queue, and
     * a thread that waits for one tenant would be missing to another.
     */
    public GraphPhotos photos(UUID tenantId) {
        return lanes(tenantId).photos();
    }

    /** Attributes that are not asked for at the moment, since the tenant does not know them. */
    public Set<String> unknownAttributes(UUID tenantId) {
        return lanes(tenantId).unknown().names();
    }

    /** Somebody may have registered them meanwhile: the next request asks for them again. */
    public void tryAgain(UUID tenantId, Collection<String> attributes) {
        lanes(tenantId).unknown().tryAgain(attributes);
    }

    private Lanes lanes(UUID tenantId) {
        return tenants.computeIfAbsent(
                tenantId,
                id -> {
                    RenewableCredential credential =
                            new RenewableCredential(() -> login.credential(id), clock);
                    TenantBudget budget = new TenantBudget(clock);
                    GraphTenant live = open(id, credential, budget, Lane.LIVE);
                    GraphTenant bulk = open(id, credential, budget, Lane.BULK);
                    UnknownAttributes unknown = new UnknownAttributes(clock);
                    return new Lanes(
                            new RetryingGraphTenant(live, retries.in(Lane.LIVE), unknown),
                            new RetryingGraphTenant(bulk, retries.in(Lane.BULK), unknown),
                            bulk,
                            budget,
                            unknown);
                });
    }

    /**
     * How much of its budget each tenant has spent, from 0 to 1; at 1 it must wait. In no order, of
     * those that were asked for anything.
     */
    public DoubleStream spentBudgets() {
        return tenants.values().stream().mapToDouble(lanes -> lanes.budget().spent());
    }

    /** Everything that stands between a call and the wire but patience, in one place to read. */
    private GraphTenant open(
            UUID tenantId, RenewableCredential credential, TenantBudget budget, Lane lane) {
        RequestListener measured =
                request -> {
                    budget.answered(lane, request);
                    listener.answered(request);
                };
        OkHttpClient http =
                graphHttp
                        .newBuilder()
                        .addInterceptor(new RefuseFailures(clock))
                        .addInterceptor(new SpendBudget(budget, lane))
                        .addInterceptor(new MeasureRequests(tenantId, lane, measured, clock))
                        .addNetworkInterceptor(new StayOnGraph(links))
                        .build();
        AzureIdentityAuthenticationProvider authentication =
                new AzureIdentityAuthenticationProvider(
                        credential, new String[] {settings.graphBase().getHost()}, SCOPE);
        // The base before the client: once a client has the adapter, another base is silently
        // ignored.
        BaseGraphRequestAdapter adapter =
                new BaseGraphRequestAdapter(authentication, settings.graphBase().toString(), http);
        GraphServiceClient client = new GraphServiceClient(adapter);
        GraphCalls calls = new GraphCalls(credential);
        Batch batch = new Batch(adapter, lane, measured, clock);
        return new SdkGraphTenant(
                tenantId,
                new SdkDirectory(
                        client,
                        calls,
                        links,
                        new LookUpUsers(batch, clock),
                        new LookInBin(batch, clock),
                        new StartListing(batch, links, clock),
                        budget),
                new SdkChanges(client, calls, links),
                new SdkSubscriptions(client, calls, links),
                new SdkPhotos(client, calls, new ReadPhotoMetadata(batch, clock)));
    }

    /**
     * No retry handler of the SDK's: it sleeps on the caller's thread, for minutes, within the
     * call's own timeout.
     */
    private static OkHttpClient graphHttp(TrustedAuthorities authorities) {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(32, 2, TimeUnit.MINUTES))
                .connectTimeout(Duration.ofSeconds(10))
                .readTimeout(Duration.ofSeconds(60))
                .callTimeout(Duration.ofSeconds(100))
                .sslSocketFactory(authorities.context().getSocketFactory(), authorities.trust())
                .addInterceptor(new ParametersNameDecodingHandler())
                .build();
    }

    @Override
    public void close() {
        graphHttp.dispatcher().executorService().shutdown();
        graphHttp.connectionPool().evictAll();
    }
}
