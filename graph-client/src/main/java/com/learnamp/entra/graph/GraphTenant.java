package com.learnamp.entra.graph;

import java.util.UUID;

/**
 * Microsoft Graph as one tenant's administrator has opened it to us. Every method blocks until
 * Graph has answered and throws {@link GraphException} alone; a decorator adds policy.
 */
public interface GraphTenant extends GraphDirectory, GraphChanges, GraphSubscriptions, GraphPhotos {

    UUID tenantId();
}
