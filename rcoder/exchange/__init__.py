"""Everything that comes in or goes out: interviews, codebooks, studies, manifests."""
