package alerts;
import lombok.*;
@AllArgsConstructor(access = AccessLevel.PRIVATE, staticName = "of")
@Getter
@Accessors(fluent = true)
class Target { private final String topicArn; private final String subject; 
  static Target alerts() { return Target.of("arn:aws:sns:us-east-1:111122223333:alerts", "x"); } }
