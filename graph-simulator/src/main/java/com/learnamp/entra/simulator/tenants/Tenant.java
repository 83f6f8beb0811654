package com.learnamp.entra.simulator.tenants;

import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.faults.Chance;
import com.learnamp.entra.simulator.faults.Faults;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One tenant, with everything that is its own. */
public final class Tenant {

    private static final int SUBSCRIPTION_LISTS = 25;

    private final TenantSettings settings;
    private final Directory directory;
    private final InstantSource clock;
    private final Consent consent = new Consent();
    private final Budget budget;
    private final Budget subscriptionLists;
    private final RequestCounts requests = new RequestCounts();
    private final Chance chance = new Chance();
    private final Set<String> administrators = ConcurrentHashMap.newKeySet();
    private volatile Runnable settingsChanged = () -> {};
    private volatile Faults faults = Faults.NONE;
    private volatile Instant tokensGoodFrom = Instant.MIN;
    private volatile Instant deltaLinksGoodFrom = Instant.MIN;
    private volatile int people;
    private volatile long peopleCountedAt = -1;

    public Tenant(TenantSettings settings, Directory directory, InstantSource clock) {
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
        this.budget = new Budget(clock, Duration.ofSeconds(10));
        this.subscriptionLists = new Budget(clock, Duration.ofSeconds(20));
    }

    public String id() {
        return settings.id();
    }

    public TenantSettings settings() {
        return settings;
    }

    public Directory directory() {
        return directory;
    }

    public Consent consent() {
        return consent;
    }

    public RequestCounts requests() {
        return requests;
    }

    public Chance chance() {
        return chance;
    }

    public Faults faults() {
        return faults;
    }

    /** From now on these go wrong, by their seed from its beginning. */
    public void setFaults(Faults changed) {
        faults = changed;
        chance.reset();
    }

    /** Ids of the people who are global administrators. */
    public Set<String> administrators() {
        return administrators;
    }

    public void setAdministrator(String personId, boolean administrator) {
        if (administrator) {
            administrators.add(personId);
        } else {
            administrators.remove(personId);
        }
        settingsChanged.run();
    }

    /** Calls back when consent or administrators change, so that they can be kept. */
    public void onSettingsChange(Runnable listener) {
        settingsChanged = listener;
        consent.onChange(listener);
    }

    /** Makes every token issued until now worthless. */
    public void revokeTokens() {
        tokensGoodFrom = clock.instant();
    }

    /** Makes every delta link issued until now worthless. */
    public void expireDeltaLinks() {
        deltaLinksGoodFrom = clock.instant();
    }

    /** Delta links issued at this moment or before have expired. */
    public Instant deltaLinksGoodFrom() {
        return deltaLinksGoodFrom;
    }

    public boolean accepts(Instant issuedAt) {
        return !issuedAt.isBefore(tokensGoodFrom);
    }

    /** The directory as one of the replicas shows it; which one, the subject's chance decides. */
    public DirectoryView read(String subject, boolean eventual) {
        Faults current = faults;
        int replicas = current.replicaLagMillis().size();
        long lag = eventual ? current.eventualLagMillis() : 0;
        if (replicas > 0) {
            int replica = chance.choose(replicas, current.seed(), "replica", subject);
            lag += current.replicaLagMillis().get(replica);
        }
        return lag == 0 ? directory.now() : directory.at(clock.instant().minusMillis(lag));
    }

    public Budget.Charge charge(String clientId, int resourceUnits) {
        long limit = faults.resourceUnits();
        return budget.charge(
                clientId, resourceUnits, limit > 0 ? limit : Budget.limitFor(people()));
    }

    /** Listing subscriptions is the one thing that Graph allows only seldom. */
    public Budget.Charge chargeSubscriptionList(String clientId) {
        return subscriptionLists.charge(clientId, 1, SUBSCRIPTION_LISTS);
    }

    /** How many people there are, counted again after every thousand changes. */
    private int people() {
        long sequence = directory.now().sequence();
        if (peopleCountedAt < 0 || sequence > peopleCountedAt + 1_000) {
            people = directory.now().count(Tenant::isLivePerson);
            peopleCountedAt = sequence;
        }
        return people;
    }

    private static boolean isLivePerson(Entry entry) {
        return entry.isLive() && entry.kind() == ObjectKind.USER;
    }
}
