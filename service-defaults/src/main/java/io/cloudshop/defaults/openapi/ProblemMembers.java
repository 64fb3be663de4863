package io.cloudshop.defaults.openapi;

import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The members that problems of one service have beside those that all problems have (RFC 9457, section 3.2). A service
 * extends it, annotated as {@code @OpenApiFilter(stages = BUILD, priority = ProblemMembers.AFTER_THE_OTHERS)}.
 */
public abstract class ProblemMembers implements OASFilter {

    /** The problem must be there already: the highest priority runs first. */
    public static final int AFTER_THE_OTHERS = 0;

    @Override
    public void filterOpenAPI(OpenAPI document) {
        addTo(document.getComponents().getSchemas().get(ProblemResponses.PROBLEM));
    }

    protected abstract void addTo(Schema problem);
}
