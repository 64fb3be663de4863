package io.cloudshop.frontend.configuration;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Where pictures of products may be, besides the shop itself and its API. */
@ConfigMapping(prefix = "cloudshop.picture")
public interface PictureConfiguration {

    /** Origins such as {@code https://pictures.example.com}, by name: browsers show no picture from elsewhere. Default: none. */
    Optional<List<String>> origins();
}
