"""How a network with a pretrained encoder in it is fitted: the encoder slowly, what is put on it fast."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import torch
from torch import nn

_ENCODER_RATE, _RATE = 1.5e-4, 1e-3
_WARM, _COOL, _LARGEST = 0.08, 0.02, 1.0

Batch = TypeVar("Batch")


def tune(network: Any, batches: Sequence[Batch], loss_of: Callable[[Batch], torch.Tensor]) -> None:
    """Fit a network, whose `encoder` is a pretrained one, to batches by a loss, and set it to reading."""
    pretrained = [weight for weight in network.encoder.parameters() if weight.requires_grad]
    own = [weight for name, weight in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": pretrained}, {"params": own}], weight_decay=0.01)
    network.train()
    for step, batch in enumerate(batches, 1):
        slope = min(1.0, step / (_WARM * len(batches))) * max(_COOL, 1 - step / len(batches))
        for group, rate in zip(optimizer.param_groups, (_ENCODER_RATE, _RATE), strict=True):
            group["lr"] = rate * slope
        loss = loss_of(batch)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), _LARGEST)
        optimizer.step()
    network.eval()
