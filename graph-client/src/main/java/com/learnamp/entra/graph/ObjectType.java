package com.learnamp.entra.graph;

import com.learnamp.entra.graph.GraphException.Category;
import com.microsoft.graph.models.DirectoryObject;

/** What kind of thing an object is, as Graph writes it. */
final class ObjectType {

    private ObjectType() {}

    /** Without its kind a user would pass for something else, and so for somebody who left. */
    static String of(DirectoryObject object) {
        String type = GraphCalls.present(object.getOdataType(), "the kind of an object");
        if (type.equalsIgnoreCase("#microsoft.graph.directoryObject")) {
            throw new GraphException(
                    Category.MALFORMED, "Microsoft Graph's answer lacks the kind of an object");
        }
        return type;
    }
}
