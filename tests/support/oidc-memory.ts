interface Payload {
  uid?: string;
  grantId?: string;
  consumed?: number;
}

/** The storage of the tests' OpenID Connect provider, until it is closed. */
export function createOidcMemory() {
  const kept = new Map<string, Payload>();
  return class OidcMemory {
    private readonly model: string;

    constructor(model: string) {
      this.model = model;
    }

    async upsert(id: string, payload: Payload): Promise<void> {
      kept.set(this.keyOf(id), payload);
    }

    async find(id: string): Promise<Payload | undefined> {
      return kept.get(this.keyOf(id));
    }

    async findByUid(uid: string): Promise<Payload | undefined> {
      return [...kept].find(([key, payload]) => key.startsWith(`${this.model}:`) && payload.uid === uid)?.[1];
    }

    async consume(id: string): Promise<void> {
      const payload = kept.get(this.keyOf(id));
      if (payload) payload.consumed = Math.floor(Date.now() / 1_000);
    }

    async destroy(id: string): Promise<void> {
      kept.delete(this.keyOf(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, payload] of kept) if (payload.grantId === grantId) kept.delete(key);
    }

    private keyOf(id: string): string {
      return `${this.model}:${id}`;
    }
  };
}
