package io.cloudshop.auth.erasure;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who is to be forgotten, the oldest first; who has been is on it no more. */
@Schema(name = "Erasures", requiredProperties = "items")
record ErasureList(List<Erasure> items) {}
