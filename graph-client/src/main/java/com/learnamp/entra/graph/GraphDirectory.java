package com.learnamp.entra.graph;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads of people and groups. All of them may be some minutes stale: Graph is eventually
 * consistent.
 */
public interface GraphDirectory {

    /**
     * The tenant's own entry. Applications need Organization.Read.All for it, which this product
     * does not ask for: a {@code CONSENT_MISSING} here says nothing about users and groups.
     */
    Organization organization();

    /** Empty when Graph says 404. */
    Optional<DirectoryGroup> group(UUID group);

    /**
     * First page of everything in a group and in the groups nested in it, 999 at most, each once.
     */
    MemberPage transitiveMembers(UUID group, UserSelection selection);

    /** First page of the direct members; users among them carry their id alone. */
    MemberPage members(UUID group);

    /**
     * The page behind a link that {@link #transitiveMembers}, {@link #members} or this method
     * returned.
     *
     * @throws GraphException {@code PAGE_LOST} when the listing has to be begun anew; {@code
     *     MALFORMED} when the link leads away from the configured Graph
     */
    MemberPage nextMembers(String nextLink);

    /** First page of everybody in the tenant with their managers, 999 at most. */
    UserPage usersWithManagers(UserSelection selection);

    /**
     * The page behind a link that {@link #usersWithManagers} or this method returned; errors as
     * {@link #nextMembers}.
     */
    UserPage nextUsers(String nextLink);

    /**
     * How many people the tenant has, from an index that lags behind: an estimate for choosing a
     * plan, no proof.
     */
    long userCount();

    /**
     * What the directory says now about some people, and which of the groups they are in, directly
     * or not. One HTTP request.
     *
     * @param users at most 10
     * @param groups at most 20; none: membership is not asked
     * @return one answer for each user, in no particular order
     */
    List<LookUp> lookUp(List<UUID> users, List<UUID> groups, UserSelection selection);

    /**
     * People whose userPrincipalName or mail this is, or, where it is no address, whose
     * displayName, givenName or surname begins with it.
     *
     * @param most how many are told, at most 999
     */
    List<UUID> find(String text, int most);

    /** The groups that the person is in directly. */
    List<GroupName> groupsOfUser(UUID user);

    /** The groups that the group is in directly. */
    List<GroupName> groupsOfGroup(UUID group);

    /**
     * Tells "soft-deleted" from "not there, or not replicated yet" after a 404. One HTTP request.
     *
     * @param users at most 20
     * @return one answer for each user, in no particular order
     */
    List<DeletedState> deleted(List<UUID> users);

    /** What the first listing of a group begins with. One HTTP request. */
    ListingStart startListing(UUID group);

    /** First page of the people in the bin, 999 at most. */
    DeletedPage deletedUsers();

    /**
     * The page behind a link that {@link #deletedUsers} or this method returned; errors as {@link
     * #nextMembers}.
     */
    DeletedPage nextDeletedUsers(String nextLink);

    /**
     * Kinds of objects of which only the id is known.
     *
     * @param objects at most 1000
     * @return id to type, e.g. {@code #microsoft.graph.user}; an id that Graph doesn't know is
     *     absent
     */
    Map<UUID, String> types(Collection<UUID> objects);
}
