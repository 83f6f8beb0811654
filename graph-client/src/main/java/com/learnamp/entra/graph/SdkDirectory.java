package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostRequestBody;
import com.microsoft.graph.directoryobjects.getbyids.GetByIdsPostResponse;
import com.microsoft.graph.models.DirectoryObject;
import com.microsoft.graph.models.DirectoryObjectCollectionResponse;
import com.microsoft.graph.models.Group;
import com.microsoft.graph.models.OrganizationCollectionResponse;
import com.microsoft.graph.models.User;
import com.microsoft.graph.models.UserCollectionResponse;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.RequestInformation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads of people and groups by the SDK's typed builders. */
final class SdkDirectory implements GraphDirectory {

    private static final int PAGE = 999;
    private static final int MOST_TYPES = 1000;

    private final GraphServiceClient client;
    private final GraphCalls calls;
    private final GraphLinks links;
    private final LookUpUsers lookUps;

    SdkDirectory(
            GraphServiceClient client, GraphCalls calls, GraphLinks links, LookUpUsers lookUps) {
        this.client = client;
        this.calls = calls;
        this.links = links;
        this.lookUps = lookUps;
    }

    @Override
    public Organization organization() {
        OrganizationCollectionResponse answer =
                calls.send(() ->
                        client.organization()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.ORGANIZATION));
                                    config.queryParameters.select =
                                            new String[] {"id", "displayName"};
                                }));
        return GraphCalls.present(answer.getValue(), "the organisation").stream()
                .findFirst()
                .map(found ->
                        new Organization(ObjectIds.parse(found.getId()), found.getDisplayName()))
                .orElseThrow(() ->
                        new GraphException(
                                Category.MALFORMED,
                                "Microsoft Graph's answer lacks the organisation"));
    }

    @Override
    public Optional<DirectoryGroup> group(UUID group) {
        return found(() ->
                        calls.send(() ->
                                client.groups()
                                        .byGroupId(group.toString())
                                        .get(config -> {
                                            config.options.add(RequestTag.of(RequestKind.GROUP));
                                            config.queryParameters.select =
                                                    new String[] {
                                                        "id",
                                                        "displayName",
                                                        "securityEnabled",
                                                        "mailEnabled",
                                                        "groupTypes"
                                                    };
                                        })))
                .map(SdkDirectory::read);
    }

    private static DirectoryGroup read(Group group) {
        List<String> types = group.getGroupTypes();
        return new DirectoryGroup(
                ObjectIds.parse(group.getId()),
                group.getDisplayName(),
                Boolean.TRUE.equals(group.getSecurityEnabled()),
                Boolean.TRUE.equals(group.getMailEnabled()),
                types == null ? List.of() : types);
    }

    @Override
    public MemberPage transitiveMembers(UUID group, UserSelection selection) {
        return page(
                calls.send(() ->
                        client.groups()
                                .byGroupId(group.toString())
                                .transitiveMembers()
                                .get(config -> {
                                    config.options.add(
                                            RequestTag.of(RequestKind.TRANSITIVE_MEMBERS));
                                    config.queryParameters.select =
                                            selection.attributes().toArray(String[]::new);
                                    config.queryParameters.top = PAGE;
                                })));
    }

    @Override
    public MemberPage members(UUID group) {
        return page(
                calls.send(() ->
                        client.groups()
                                .byGroupId(group.toString())
                                .members()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.MEMBERS));
                                    config.queryParameters.select = new String[] {"id"};
                                    config.queryParameters.top = PAGE;
                                })));
    }

    @Override
    public MemberPage nextMembers(String nextLink) {
        String link = links.checked(nextLink);
        // The link holds the group; the builder's own address is not used.
        return page(
                calls.send(() ->
                        client.groups()
                                .byGroupId("of-the-link")
                                .transitiveMembers()
                                .withUrl(link)
                                .get(config ->
                                        config.options.add(
                                                RequestTag.page(RequestKind.TRANSITIVE_MEMBERS)))));
    }

    private MemberPage page(DirectoryObjectCollectionResponse answer) {
        List<DirectoryMember> members =
                GraphCalls.present(answer.getValue(), "the members").stream()
                        .map(SdkDirectory::member)
                        .toList();
        return new MemberPage(members, checked(answer.getOdataNextLink()));
    }

    private static DirectoryMember member(DirectoryObject object) {
        return switch (object) {
            case User user -> new DirectoryMember.UserMember(ReadUser.withoutManager(user));
            case Group group -> new DirectoryMember.GroupMember(ObjectIds.parse(group.getId()));
            default ->
                    new DirectoryMember.OtherMember(ObjectIds.parse(object.getId()), type(object));
        };
    }

    /** Without its kind a user would pass for something else, and so for somebody who left. */
    private static String type(DirectoryObject object) {
        String type = GraphCalls.present(object.getOdataType(), "the kind of an object");
        if (type.equalsIgnoreCase("#microsoft.graph.directoryObject")) {
            throw new GraphException(
                    Category.MALFORMED, "Microsoft Graph's answer lacks the kind of an object");
        }
        return type;
    }

    @Override
    public UserPage usersWithManagers(UserSelection selection) {
        return page(
                calls.send(() ->
                        client.users()
                                .get(config -> {
                                    config.options.add(RequestTag.of(RequestKind.USERS));
                                    config.queryParameters.select =
                                            selection.attributes().toArray(String[]::new);
                                    config.queryParameters.expand =
                                            new String[] {"manager($select=id)"};
                                    config.queryParameters.top = PAGE;
                                })));
    }

    @Override
    public UserPage nextUsers(String nextLink) {
        String link = links.checked(nextLink);
        return page(
                calls.send(() ->
                        client.users()
                                .withUrl(link)
                                .get(config ->
                                        config.options.add(RequestTag.page(RequestKind.USERS)))));
    }

    private UserPage page(UserCollectionResponse answer) {
        List<DirectoryUser> users =
                GraphCalls.present(answer.getValue(), "the users").stream()
                        .map(ReadUser::withManager)
                        .toList();
        return new UserPage(users, checked(answer.getOdataNextLink()));
    }

    /** A hostile link is refused with the page it came on, before anybody stores it. */
    private @Nullable String checked(@Nullable String nextLink) {
        return nextLink == null ? null : links.checked(nextLink);
    }

    @Override
    public long userCount() {
        return calls.send(() -> {
            RequestInformation request =
                    client.users()
                            .count()
                            .toGetRequestInformation(config -> {
                                config.options.add(RequestTag.of(RequestKind.USER_COUNT));
                                config.headers.add("ConsistencyLevel", "eventual");
                            });
            try (InputStream answer =
                    client.getRequestAdapter().sendPrimitive(request, null, InputStream.class)) {
                return number(
                        new String(
                                GraphCalls.present(answer, "the count").readNBytes(64),
                                StandardCharsets.UTF_8));
            } catch (IOException cutOff) {
                throw new UncheckedIOException(cutOff);
            }
        });
    }

    /**
     * Graph puts a byte order mark before the number, over which the SDK's own reading stumbles.
     */
    private static long number(String text) {
        return Long.parseLong(text.replace("\uFEFF", "").strip());
    }

    @Override
    public List<LookUp> lookUp(List<UUID> users, List<UUID> groups, UserSelection selection) {
        LookUpUsers.check(users, groups);
        return calls.send(() -> lookUps.lookUp(users, groups, selection));
    }

    @Override
    public DeletedState deleted(UUID user) {
        return found(() ->
                        calls.send(() ->
                                client.directory()
                                        .deletedItems()
                                        .byDirectoryObjectId(user.toString())
                                        .get(config -> {
                                            config.options.add(
                                                    RequestTag.of(RequestKind.DELETED_ITEM));
                                            config.queryParameters.select = new String[] {"id"};
                                        })))
                        .isPresent()
                ? DeletedState.SOFT_DELETED
                : DeletedState.NOT_DELETED;
    }

    @Override
    public Map<UUID, String> types(Collection<UUID> objects) {
        if (objects.size() > MOST_TYPES) {
            throw new IllegalArgumentException(
                    "Graph tells the types of at most " + MOST_TYPES + " objects at once");
        }
        if (objects.isEmpty()) {
            return Map.of();
        }
        GetByIdsPostRequestBody body = new GetByIdsPostRequestBody();
        body.setIds(objects.stream().map(UUID::toString).toList());
        // The builder has no $select; with it the call costs less than half, and no personal data
        // travels.
        String url = links.base() + "/directoryObjects/getByIds?$select=id";
        GetByIdsPostResponse answer =
                calls.send(() ->
                        client.directoryObjects()
                                .getByIds()
                                .withUrl(url)
                                .post(
                                        body,
                                        config ->
                                                config.options.add(
                                                        RequestTag.of(RequestKind.TYPES))));
        Map<UUID, String> types = new HashMap<>();
        GraphCalls.present(answer.getValue(), "the objects")
                .forEach(object -> types.put(ObjectIds.parse(object.getId()), type(object)));
        return Map.copyOf(types);
    }

    private static <T> Optional<T> found(Supplier<T> request) {
        try {
            return Optional.of(request.get());
        } catch (GraphException failure) {
            if (failure.category() == Category.NOT_FOUND) {
                return Optional.empty();
            }
            throw failure;
        }
    }
}
