package io.cloudshop.manifests;

import java.util.List;

/** Something that must be true of every environment. */
interface Check {

    /** One sentence for each thing that is wrong; empty when nothing is. */
    List<String> problems(Manifests manifests);
}
