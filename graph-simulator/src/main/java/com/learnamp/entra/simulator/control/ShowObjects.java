package com.learnamp.entra.simulator.control;

import com.learnamp.entra.simulator.directory.DirectoryView;
import com.learnamp.entra.simulator.directory.Entry;
import com.learnamp.entra.simulator.directory.Photo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Objects with everything there is to know about them, as opposed to what Graph tells. */
public final class ShowObjects {

    private static final int MOST_REPORTS = 1_000;

    private ShowObjects() {}

    /** Properties, manager and photo: what a perfect copy of the person would have. */
    static Map<String, @Nullable Object> person(DirectoryView view, Entry person) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", person.id());
        shown.putAll(person.object().properties());
        shown.put("manager", view.manager(person).map(Entry::id).orElse(null));
        shown.put(
                "managerKind",
                view.manager(person).map(kind -> kind.kind().wireName()).orElse(null));
        shown.put("photo", person.photo().map(Photo::etag).orElse(null));
        return shown;
    }

    static Map<String, @Nullable Object> personWithLinks(DirectoryView view, Entry person) {
        Map<String, @Nullable Object> shown = person(view, person);
        shown.put("state", person.life().state().name());
        java.time.Instant since = person.life().since();
        shown.put("deletedAt", since == null ? null : since.toString());
        shown.put("groups", view.memberOf(person).stream().map(ShowObjects::brief).toList());
        shown.put(
                "allGroups",
                view.transitiveMemberOf(person).stream().map(Entry::id).sorted().toList());
        shown.put(
                "reports", view.reports(person, -1, MOST_REPORTS).stream().map(Entry::id).toList());
        return shown;
    }

    static Map<String, @Nullable Object> group(DirectoryView view, Entry group) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", group.id());
        shown.putAll(group.object().properties());
        shown.put("state", group.life().state().name());
        shown.put("memberOf", view.memberOf(group).stream().map(Entry::id).toList());
        shown.put("memberCount", view.members(group, -1, Integer.MAX_VALUE).size());
        return shown;
    }

    static Map<String, @Nullable Object> brief(Entry entry) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        shown.put("id", entry.id());
        shown.put("type", entry.kind().wireName());
        shown.put("displayName", entry.object().displayName());
        return shown;
    }

    static List<Map<String, @Nullable Object>> briefs(List<Entry> entries) {
        return entries.stream().map(ShowObjects::brief).toList();
    }
}
