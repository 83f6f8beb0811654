package com.learnamp.entra.simulator;

import com.learnamp.entra.simulator.directory.Directory;
import com.learnamp.entra.simulator.directory.ObjectKind;
import com.learnamp.entra.simulator.generator.DirectoryGenerator;
import com.learnamp.entra.simulator.notifications.Notifier;
import com.learnamp.entra.simulator.notifications.Subscriptions;
import com.learnamp.entra.simulator.saved.SavedTenant;
import com.learnamp.entra.simulator.tenants.Tenant;
import com.learnamp.entra.simulator.tenants.TenantSettings;
import com.learnamp.entra.simulator.tenants.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens tenants: as they were left, or new from their settings. */
final class OpenTenants {

    private final @Nullable Path data;
    private final InstantSource clock;
    private final Tenants tenants;
    private final Notifier notifier;

    /**
     * @param data where tenants are kept; null keeps nothing
     */
    OpenTenants(@Nullable Path data, InstantSource clock, Tenants tenants, Notifier notifier) {
        this.data = data;
        this.clock = clock;
        this.tenants = tenants;
        this.notifier = notifier;
    }

    /** What was kept under the same id comes before the settings. */
    Tenant open(TenantSettings settings) {
        Optional<SavedTenant> saved = saved(settings.id());
        Optional<TenantSettings> earlier =
                saved.flatMap(kept -> kept.settings(DirectoryGenerator.VERSION));
        TenantSettings own = earlier.orElse(settings);
        Tenant tenant = new Tenant(own, directory(own), clock);
        Subscriptions subscriptions = notifier.subscriptions(tenant);
        if (earlier.isEmpty()) {
            appointAdministrator(tenant);
            saved.ifPresent(kept -> kept.begin(own, DirectoryGenerator.VERSION));
        }
        saved.ifPresent(kept -> {
            kept.replay(tenant.directory());
            kept.restore(tenant, subscriptions);
            kept.follow(tenant, subscriptions);
        });
        tenants.add(tenant);
        notifier.follow(tenant);
        return tenant;
    }

    /** Opens all that were kept, but those that are open already. */
    void openSaved() {
        if (data == null) {
            return;
        }
        List<TenantSettings> kept;
        try (Stream<Path> directories = Files.list(data)) {
            kept =
                    directories
                            .sorted()
                            .map(directory -> new SavedTenant(directory))
                            .flatMap(each -> each.settings(DirectoryGenerator.VERSION).stream())
                            .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        kept.stream().filter(each -> tenants.find(each.id()).isEmpty()).forEach(this::open);
    }

    private Directory directory(TenantSettings settings) {
        return DirectoryGenerator.generate(
                settings.people(), settings.seed(), settings.groupId(), settings.domain(), clock);
    }

    private Optional<SavedTenant> saved(String tenantId) {
        return data == null
                ? Optional.empty()
                : Optional.of(new SavedTenant(data.resolve(tenantId)));
    }

    /** The first person who can sign in. */
    private static void appointAdministrator(Tenant tenant) {
        tenant.directory()
                .now()
                .list(
                        entry ->
                                entry.kind() == ObjectKind.USER
                                        && entry.object().flag("accountEnabled"),
                        -1,
                        1)
                .forEach(entry -> tenant.setAdministrator(entry.id(), true));
    }
}
