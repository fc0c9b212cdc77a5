package named;

import jakarta.inject.Named;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sns.SnsClient;

@Configuration
class Config {
    @Bean
    SnsClient europe() {
        return SnsClient.builder().region(Region.EU_WEST_1).build();
    }

    @Bean("america")
    SnsClient other() {
        return SnsClient.builder().region(Region.US_EAST_1).build();
    }

    @Bean
    Mailer mailer(@Qualifier("america") SnsClient sns) {
        return new Mailer(sns, "mails");
    }
}

class Mailer {
    private final SnsClient sns;
    private final String topic;

    Mailer(SnsClient sns, String topic) {
        this.sns = sns;
        this.topic = topic;
    }

    void create() {
        sns.createTopic(b -> b.name(topic));
    }
}

class ByName {
    private final SnsClient sns;

    ByName(SnsClient europe) {
        sns = europe;
    }

    void create() {
        sns.createTopic(b -> b.name("by-name"));
    }
}

class Either {
    @Named("any") private SnsClient client;

    void create() {
        client.createTopic(b -> b.name("either"));
    }
}
