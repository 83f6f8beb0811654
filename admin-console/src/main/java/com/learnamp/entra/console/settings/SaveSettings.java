package com.learnamp.entra.console.settings;

import com.learnamp.entra.console.input.InvalidInput;
import com.learnamp.entra.console.outbox.Outbox;
import com.learnamp.entra.console.settings.SettingsDecision.Wish;
import com.learnamp.entra.console.syncs.RequestRun;
import com.learnamp.entra.console.syncs.SyncRun;
import com.learnamp.entra.contracts.CompanyId;
import com.learnamp.entra.contracts.CustomFieldMapping;
import com.learnamp.entra.contracts.EntraObjectId;
import com.learnamp.entra.contracts.EntraTenantId;
import com.learnamp.entra.contracts.IntegrationSettings;
import com.learnamp.entra.contracts.RunTrigger;
import com.learnamp.entra.contracts.Topic;
import com.learnamp.entra.store.CompanyScope;
import com.learnamp.entra.store.StoreTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Saves settings: a new revision, what is said of it, and the run that makes it true.
 *
 * <table>
 * <caption>The flow</caption>
 * <tr><td>in</td><td>what an admin or a program wants: a change, a tenant that was proved, to connect,
 *     to disconnect</td></tr>
 * <tr><td>out</td><td>{@code provisioning.integrations}, {@code tenant_bindings}; {@code
 *     entra.integrations.v1} and a run, by the outbox</td></tr>
 * <tr><td>state</td><td>the revision, one more with each save, under the company's lock</td></tr>
 * <tr><td>duplicates</td><td>what changes nothing makes no revision</td></tr>
 * <tr><td>order</td><td>settings first, then the run that names their revision</td></tr>
 * <tr><td>permanent failure</td><td>refused, by field</td></tr>
 * <tr><td>transient failure</td><td>the transaction rolls back, nothing was saved</td></tr>
 * </table>
 */
@ApplicationScoped
public class SaveSettings {

    private static final String COMPANY =
            "SELECT language, time_zone FROM learnamp.companies WHERE id = ?";

    /**
     * @param run that this save began
     */
    public record Outcome(Integration integration, Optional<SyncRun> run) {}

    private final CompanyScope scope;
    private final RequestRun runs;
    private final Clock clock;

    SaveSettings(CompanyScope scope, RequestRun runs, Clock clock) {
        this.scope = scope;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * @throws InvalidInput if it is refused
     */
    public Outcome change(CompanyId company, SettingsChange change, Author author) {
        return carryOut(company, new Wish.Change(change), author);
    }

    /** What belongs to the settings beside the integration itself. */
    public interface Besides {

        /**
         * Changes it.
         *
         * @return whether that made a difference
         */
        boolean change(StoreTransaction transaction) throws SQLException;
    }

    /** Changes what belongs to the settings beside the integration itself. */
    public Outcome changeBesides(CompanyId company, Author author, Besides besides) {
        return scope.locked(
                company,
                transaction -> {
                    Integration stored = IntegrationRows.read(transaction);
                    if (stored.revision() == 0) {
                        IntegrationRows.save(transaction, company, revised(stored, author));
                    }
                    return besides.change(transaction)
                            ? save(transaction, company, stored, revised(stored, author), author)
                            : new Outcome(stored, Optional.empty());
                });
    }

    /** What gives a custom field its value from now on. */
    public Outcome map(CompanyId company, CustomFieldMapping mapping, Author author) {
        return carryOut(company, new Wish.Map(mapping), author);
    }

    /** Nothing gives the custom field a value any more; the values that it has stay. */
    public Outcome unmap(CompanyId company, String field, Author author) {
        return carryOut(company, new Wish.Unmap(field), author);
    }

    /** Follows the company's people from now on, beginning with a first sync. */
    public Outcome connect(CompanyId company, Author author) {
        return carryOut(company, new Wish.Connect(), author);
    }

    /** Follows them no more; everybody stays as he is. */
    public Outcome disconnect(CompanyId company, Author author) {
        return carryOut(company, new Wish.Disconnect(), author);
    }

    /**
     * Binds a tenant, within a transaction that has made sure of its grounds.
     *
     * @param transaction holds the company's lock
     * @param group empty: as saved
     */
    public Outcome bind(
            StoreTransaction transaction,
            CompanyId company,
            EntraTenantId tenant,
            Optional<EntraObjectId> group,
            TenantBinding binding)
            throws SQLException {
        return carryOut(
                transaction,
                company,
                new Wish.Bind(tenant, group),
                new Author(binding.boundBy(), false),
                binding);
    }

    private Outcome carryOut(CompanyId company, Wish wish, Author author) {
        return scope.locked(
                company,
                transaction ->
                        carryOut(transaction, company, wish, author, TenantBinding.byHand(author)));
    }

    private Outcome carryOut(
            StoreTransaction transaction,
            CompanyId company,
            Wish wish,
            Author author,
            TenantBinding binding)
            throws SQLException {
        Integration stored = IntegrationRows.read(transaction);
        return switch (SettingsDecision.decide(stored, wish, author)) {
            case SettingsDecision.Unchanged nothing -> new Outcome(stored, Optional.empty());
            case SettingsDecision.Refuse(var problems) -> throw new InvalidInput(problems);
            case SettingsDecision.Save(Integration next) -> {
                Integration saved = revised(next, author);
                keepBinding(transaction, company, stored, saved, binding);
                yield save(transaction, company, stored, saved, author);
            }
        };
    }

    private static void keepBinding(
            StoreTransaction transaction,
            CompanyId company,
            Integration stored,
            Integration saved,
            TenantBinding binding)
            throws SQLException {
        @Nullable EntraTenantId tenant = saved.tenant();
        @Nullable Instant savedAt = saved.savedAt();
        if (tenant != null && savedAt != null && !tenant.equals(stored.tenant())) {
            binding.keep(transaction, company, tenant, savedAt);
        }
    }

    private Outcome save(
            StoreTransaction transaction,
            CompanyId company,
            Integration stored,
            Integration saved,
            Author author)
            throws SQLException {
        IntegrationRows.save(transaction, company, saved);
        if (stored.isActive() || saved.isActive()) {
            say(transaction, company, saved);
        }
        if (!saved.isActive()) {
            runs.abandon(transaction, company);
            return new Outcome(saved, Optional.empty());
        }
        SyncRun run =
                runs.begin(
                        transaction,
                        company,
                        saved.revision(),
                        stored.isActive() ? RunTrigger.SETTINGS : RunTrigger.INITIAL,
                        author.name());
        return new Outcome(IntegrationRows.read(transaction), Optional.of(run));
    }

    private Integration revised(Integration next, Author author) {
        return new Integration(
                next.status(),
                next.revision() + 1,
                next.tenant(),
                next.group(),
                next.invitations(),
                next.assignManagers(),
                next.syncPhotos(),
                next.disabledAccounts(),
                next.customFields(),
                clock.instant(),
                author.name(),
                next.nextFullAt());
    }

    private static void say(StoreTransaction transaction, CompanyId company, Integration saved)
            throws SQLException {
        IntegrationSettings settings =
                transaction
                        .first(
                                COMPANY,
                                row ->
                                        message(
                                                company,
                                                saved,
                                                row.text("language"),
                                                row.text("time_zone")),
                                company.value())
                        .orElseThrow();
        Outbox.add(transaction, company, Topic.INTEGRATIONS, settings);
    }

    private static IntegrationSettings message(
            CompanyId company, Integration saved, String language, String timeZone) {
        return new IntegrationSettings(
                company,
                saved.revision(),
                saved.isActive()
                        ? IntegrationSettings.Status.ACTIVE
                        : IntegrationSettings.Status.DISCONNECTED,
                Objects.requireNonNull(saved.tenant(), "tenant"),
                Objects.requireNonNull(saved.group(), "group"),
                saved.invitations(),
                saved.assignManagers(),
                saved.syncPhotos(),
                saved.disabledAccounts(),
                language,
                timeZone,
                Objects.requireNonNull(saved.savedAt(), "savedAt"),
                saved.customFields());
    }
}
