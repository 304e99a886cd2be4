"""The network of `citekit/readers/text/network.py` in a form that can learn (PyTorch), and how it is written down for it."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn

from citekit.readers.text.features import ASPECTS
from citekit.readers.text.network import UNKNOWN, WINDOW

DIMENSIONS, WIDTH, LAYERS = 64, 128, 2


class Network(nn.Module):
    """Token aspects, time × string × aspect, → scores of the labels, time × string × label. `dropout`: the share of what is heard that
    is kept from it while it learns."""

    def __init__(self, known: Sequence[int], labels: int, dropout: float) -> None:
        """`known`: for each aspect how many texts have a row of their own."""
        super().__init__()
        self.tables = nn.ModuleList(nn.Embedding(count + UNKNOWN + 1, DIMENSIONS) for count in known)
        for table in self.tables:
            nn.init.normal_(table.weight, 0, 0.5 / math.sqrt(len(known)))
        self.window = nn.Linear(WINDOW * DIMENSIONS, WIDTH)
        self.layers = nn.ModuleList(nn.Linear(WIDTH, 3 * WIDTH) for _ in range(LAYERS))
        for layer in self.layers:
            nn.init.zeros_(layer.bias)
            with torch.no_grad():  # at first some cells keep what they hear for long, others not at all
                layer.bias[:WIDTH] = torch.linspace(0, 3, WIDTH // 2).repeat(2)
        self.out = nn.Linear(WIDTH, labels)
        self.first, self.last = nn.Parameter(torch.zeros(labels)), nn.Parameter(torch.zeros(labels))
        self.follows = nn.Parameter(torch.zeros(labels, labels))
        self.dropout = dropout

    def forward(self, told: Tensor, there: Tensor) -> Tensor:
        """`there` is 1 for a token and 0 behind the end of a string, time × string."""
        there = there[:, :, None]
        vectors = sum(table(told[:, :, at]) for at, table in enumerate(self.tables))
        vectors = nn.functional.dropout(vectors, self.dropout, self.training) * there
        around = vectors.new_zeros(WINDOW // 2, *vectors.shape[1:])
        padded = torch.cat([around, vectors, around])
        seen = torch.cat([padded[at : at + len(vectors)] for at in range(WINDOW)], 2)
        heard = self._thinned(torch.relu(self.window(seen)))
        for layer in self.layers:
            heard = self._thinned(_mixed(layer(heard), heard, there))
        return self.out(heard)

    def _thinned(self, heard: Tensor) -> Tensor:
        """Dropout that takes the same numbers from every token of a string (Gal and Ghahramani 2016)."""
        if not self.training:
            return heard
        kept = torch.empty(1, *heard.shape[1:]).bernoulli_(1 - self.dropout)
        return heard * kept / (1 - self.dropout)

    def surprise(self, scores: Tensor, labels: Tensor, there: Tensor) -> Tensor:
        """For each string the negative logarithm of the probability of its labels, time × string, under the field over labels."""
        ends = there.sum(0).long() - 1
        strings = torch.arange(labels.shape[1])
        gold = self.first[labels[0]] + self.last[labels[ends, strings]]
        gold = gold + (scores.gather(2, labels[:, :, None])[:, :, 0] * there).sum(0)
        gold = gold + (self.follows[labels[:-1], labels[1:]] * there[1:]).sum(0)
        most = scores.amax(2, keepdim=True)
        emitted, follows = (scores - most).exp(), self.follows.exp()
        here = self.first.exp() * emitted[0]
        total = most[0, :, 0]
        for at in range(len(scores)):
            step = here if at == 0 else (here @ follows) * emitted[at]
            size = step.sum(1, keepdim=True)
            inside = there[at][:, None] > 0
            here = torch.where(inside, step / size, here)
            total = total + torch.where(inside, size.log() + (most[at] if at else 0), torch.zeros(())).squeeze(1)
        return total + (here * self.last.exp()).sum(1).log() - gold

    def stored(self, labels: Sequence[str], known: Sequence[Sequence[str]]) -> dict[str, np.ndarray]:
        """The arrays that `citekit.readers.text.network.Network` is made of."""
        arrays = {"labels": _lines(labels), "layers": np.array(LAYERS)}
        for aspect, texts, table in zip(ASPECTS, known, self.tables, strict=True):
            vectors = table.weight.detach().numpy()
            scales = np.abs(vectors).max(1) / 127 + 1e-9
            arrays[f"{aspect} known"] = _lines(texts)
            arrays[f"{aspect} vectors"] = np.round(vectors / scales[:, None]).astype(np.int8)
            arrays[f"{aspect} scales"] = scales.astype(np.float16)
        dense = {"window": self.window, "out": self.out} | {f"layer{at}": layer for at, layer in enumerate(self.layers)}
        for name, layer in dense.items():
            weight, bias = layer.weight.detach().T.clone(), layer.bias.detach().clone()
            if name.startswith("layer"):  # σ(x) = ½ + ½ tanh(x/2): the logistic gates come halved
                for part in (slice(0, WIDTH), slice(2 * WIDTH, None)):
                    weight[:, part] /= 2
                    bias[part] /= 2
            arrays[f"{name} weight"], arrays[f"{name} bias"] = _half(weight), _half(bias)
        return arrays | {name: _half(getattr(self, name).detach()) for name in ("first", "follows", "last")}


def _mixed(gates: Tensor, heard: Tensor, there: Tensor) -> Tensor:
    keep, new, through = gates.chunk(3, 2)
    keep = torch.sigmoid(keep)
    new = (1 - keep) * torch.tanh(new) * there
    said = _turned(_Running.apply(_turned(keep), _turned(new)))
    through = torch.sigmoid(through)
    return through * said + (1 - through) * heard


def _turned(values: Tensor) -> Tensor:
    """The second half of the cells with time reversed."""
    half = values.shape[2] // 2
    return torch.cat([values[:, :, :half], values[:, :, half:].flip(0)], 2)


class _Running(torch.autograd.Function):
    """said[t] = keep[t] · said[t-1] + new[t], in as few steps as it takes."""

    @staticmethod
    def forward(context, keep: Tensor, new: Tensor) -> Tensor:
        said = torch.empty_like(new)
        said[0] = new[0]
        for at in range(1, len(new)):
            torch.addcmul(new[at], keep[at], said[at - 1], out=said[at])
        context.save_for_backward(keep, said)
        return said

    @staticmethod
    def backward(context, blame: Tensor) -> tuple[Tensor, Tensor]:
        keep, said = context.saved_tensors
        of_new = blame.clone()
        for at in range(len(blame) - 2, -1, -1):
            of_new[at].addcmul_(keep[at + 1], of_new[at + 1])
        of_keep = torch.zeros_like(keep)
        of_keep[1:] = of_new[1:] * said[:-1]
        return of_keep, of_new


def _lines(texts: Sequence[str]) -> np.ndarray:
    return np.frombuffer("\n".join(texts).encode(), np.uint8)


def _half(values: Tensor) -> np.ndarray:
    return values.numpy().astype(np.float16)
